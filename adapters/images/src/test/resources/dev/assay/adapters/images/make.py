"""Makes the images of this folder, and expected.zip with the levels that Pillow gives for them.

Run with Pillow 12.3.0 and NumPy 2.4.6: python make.py. An entry of expected.zip holds the levels (0 to 255) row by row, the
colours of a pixel side by side.
"""

import io
import struct
import zipfile
import zlib

import numpy as np
from PIL import Image, ImageCms

WIDTH, HEIGHT = 37, 29
SIZES = [(16, 12), (64, 50), (37, 10), (5, 29), (80, 7), (1, 1), (36, 30)]
CROPS = [(20, 20, 24), (24, 17, 25), (9, 12, 15)]  # width, height, shorter side

expected = {}


def levels(name, image):
    expected[name] = image.tobytes()


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(bits, colours, rows):
    """Pillow writes neither 16 bits of each colour nor 4 of grey."""
    rows = b"".join(b"\0" + row for row in rows)
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, bits, colours, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


random = np.random.default_rng(7)
smooth = Image.fromarray(random.integers(0, 256, (5, 7, 3), dtype=np.uint8)).resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC)
photo = Image.fromarray(np.clip(np.asarray(smooth).astype(int) + random.integers(-40, 41, (HEIGHT, WIDTH, 3)), 0, 255).astype(np.uint8))
grey = photo.convert("L")
opacity = Image.fromarray(random.integers(0, 256, (HEIGHT, WIDTH), dtype=np.uint8))
opacity.paste(255, (0, 0, 5, 5))

# colours
photo.save("photo.png", optimize=True)
levels("photo.png", photo)
levels("photo.png grey", grey)
grey.save("grey.png")
levels("grey.png", grey.convert("RGB"))
levels("grey.png grey", grey)
palette = photo.convert("P", palette=Image.Palette.ADAPTIVE, colors=16)
palette.save("palette.png")
levels("palette.png", palette.convert("RGB"))
levels("palette.png grey", palette.convert("RGB").convert("L"))
one = photo.convert("1")
one.save("one-bit.png")
levels("one-bit.png", one.convert("RGB"))
four = np.pad(np.asarray(grey) // 16, ((0, 0), (0, 1)))
open("four-bits.png", "wb").write(png(4, 0, [bytes(row) for row in four[:, 0::2] << 4 | four[:, 1::2]]))
levels("four-bits.png", Image.open("four-bits.png").convert("RGB"))
rgb16 = random.integers(0, 65536, (HEIGHT, WIDTH, 3))
open("sixteen-bits.png", "wb").write(png(16, 2, [row.astype(">u2").tobytes() for row in rgb16]))
levels("sixteen-bits.png", Image.open("sixteen-bits.png").convert("RGB"))
grey16 = random.integers(0, 65536, (HEIGHT, WIDTH)).astype(np.uint16)
Image.fromarray(grey16).save("grey-sixteen-bits.png")
expected["grey-sixteen-bits.png grey"] = (grey16 >> 8).astype(np.uint8).tobytes()  # Pillow would make 255 of all above

# opacity
rgba = photo.copy()
rgba.putalpha(opacity)
rgba.save("rgba.png")
levels("rgba.png ignoring", rgba.convert("RGB"))
for name, colour in (("white", (255, 255, 255)), ("green", (10, 200, 30))):
    below = Image.new("RGB", rgba.size, colour)
    below.paste(rgba, mask=rgba.getchannel("A"))
    levels("rgba.png over " + name, below)
    levels("rgba.png over " + name + " grey", below.convert("L"))
la = grey.copy()
la.putalpha(opacity)
la.save("grey-alpha.png")
levels("grey-alpha.png ignoring", la.convert("RGB"))
palette.save("palette-transparent.png", transparency=palette.getpixel((3, 2)))
levels("palette-transparent.png ignoring", palette.convert("RGB"))
opaque = photo.copy()
opaque.putalpha(255)
opaque.save("opaque.png")

# JPEG, made for what has little noise
smooth.save("photo.jpg", quality=90)
levels("photo.jpg", Image.open("photo.jpg"))
smooth.save("progressive.jpg", quality=90, progressive=True, subsampling=0)
levels("progressive.jpg", Image.open("progressive.jpg"))
smooth.convert("L").save("grey.jpg", quality=90)
levels("grey.jpg grey", Image.open("grey.jpg"))
exif = Image.Exif()
exif[0x0112] = 6  # to be rotated by a quarter for viewing
smooth.save("rotated.jpg", quality=90, exif=exif)
levels("rotated.jpg", Image.open("rotated.jpg"))
profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
profile = profile[:24] + bytes(12) + profile[36:]  # without its date
profile = profile.replace(b"rXYZ", b"temp", 1).replace(b"gXYZ", b"rXYZ", 1).replace(b"temp", b"gXYZ", 1)  # red and green swapped
smooth.save("profile.jpg", quality=90, icc_profile=profile)
levels("profile.jpg", Image.open("profile.jpg"))
smooth.convert("CMYK").save("cmyk.jpg")

# sizes
for name in ("nearest", "bilinear", "bicubic"):
    resampling = Image.Resampling[name.upper()]
    for width, height in SIZES:
        levels(f"{name} {width}x{height}", photo.resize((width, height), resampling))
portrait = photo.transpose(Image.Transpose.ROTATE_90)
portrait.save("portrait.png")
for image, kind in ((photo, "photo"), (portrait, "portrait")):
    for width, height, side in CROPS:
        # torchvision.transforms.functional: _compute_resized_output_size, center_crop
        short, long = sorted(image.size)
        longer = int(side * long / short)
        resized = image.resize((side, longer) if image.width <= image.height else (longer, side), Image.Resampling.BILINEAR)
        top = int(round((resized.height - height) / 2.0))
        left = int(round((resized.width - width) / 2.0))
        levels(f"{kind} {width}x{height} of {side}", resized.crop((left, top, left + width, top + height)))

with zipfile.ZipFile("expected.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    for name, content in sorted(expected.items()):
        archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)

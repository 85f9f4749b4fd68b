/**
 * Lets models of images be evaluated: PNG and JPEG files become arrays of numbers, as PyTorch's and TensorFlow's models take
 * them.
 *
 * <p>{@link dev.assay.adapters.images.ImageFolder} finds files in a folder for each label, each an {@link
 * dev.assay.adapters.images.Image}, which is decoded only when asked for. {@link dev.assay.adapters.images.ImageEncoding}
 * decodes, resizes, crops and normalises, with the arithmetic of Pillow, by which most models' inputs were made. A {@code
 * Decoder} checks a file and decodes it with the platform's ImageIO (module {@code java.desktop}, of which no display is
 * needed), {@code Pixels} holds levels from 0 to 255, {@code Resampling} changes how many of them there are.
 */
@NullMarked
package dev.assay.adapters.images;

import org.jspecify.annotations.NullMarked;

package dev.assay.adapters.images;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.LabelledFiles;
import java.nio.file.Path;

/**
 * Reads images from a folder that has a sub-folder for each label, with a PNG or JPEG file ({@code .png}, {@code .jpg}, {@code
 * .jpeg}) for each example.
 *
 * <pre>{@code
 * Dataset<Image> digits = ImageFolder.of(Path.of("data/digits")).read();
 * ImageEncoding encoding = ImageEncoding.ofSize(8, 8).grey();
 * assertThatModel(model).on(digits.mapLazily(encoding)).hasAccuracyAtLeast(0.9);
 * }</pre>
 *
 * <p>Labels, order, ids and what is left out are as {@link LabelledFiles} says. Whether a file is PNG or JPEG is told by its
 * content.
 */
public final class ImageFolder {

    private final LabelledFiles files;

    private ImageFolder(LabelledFiles files) {
        this.files = files;
    }

    /**
     * Names the folder; nothing is looked at yet.
     *
     * @param folder a path, relative to the working directory or absolute
     * @return a reader to be told more
     */
    public static ImageFolder of(Path folder) {
        return new ImageFolder(LabelledFiles.of(folder, ".png", ".jpg", ".jpeg"));
    }

    /**
     * Leaves out files with other suffixes, which otherwise are an error.
     *
     * @return a reader that knows
     */
    public ImageFolder skippingOthers() {
        return new ImageFolder(files.skippingOthers());
    }

    /**
     * Finds the files; none is opened.
     *
     * @return the images with their labels, named after the folder; the ids are the files' paths below it
     * @throws InvalidDataException if the folder isn't as told; the message names the place
     */
    public Dataset<Image> read() {
        return files.read().map(Image::of).withContent(Image.content());
    }
}

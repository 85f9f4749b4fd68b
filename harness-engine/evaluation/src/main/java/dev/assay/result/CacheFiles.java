package dev.assay.result;

import dev.assay.evaluation.FoldCache;
import dev.assay.prediction.PredictionsIo;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Keeps what folds predicted in files of a folder, one for each key. Files are written whole or not at all; one that can't be
 * read, such as a damaged one, counts as missing and is replaced. The folder may be deleted at any time.
 */
public final class CacheFiles implements FoldCache {

    private static final System.Logger LOG = System.getLogger(CacheFiles.class.getName());

    private static final long FORMAT = 0x4153_5341_592d_0001L;
    private static final int PREFIX = 2;

    private final Path directory;
    private final boolean writes;
    private final Clock clock;

    private CacheFiles(Path directory, boolean writes, Clock clock) {
        this.directory = directory;
        this.writes = writes;
        this.clock = clock;
    }

    /**
     * Names the folder; it is made when the first file is written.
     *
     * @param directory any folder
     * @return its cache
     */
    public static CacheFiles in(Path directory) {
        return in(directory, Clock.systemUTC());
    }

    static CacheFiles in(Path directory, Clock clock) {
        return new CacheFiles(directory, true, clock);
    }

    /**
     * Writes nothing.
     *
     * @return the same cache, which only looks up
     */
    public CacheFiles readOnly() {
        return new CacheFiles(directory, false, clock);
    }

    /**
     * Deletes what has neither been written nor found for {@value StaleFiles#DAYS} days, and what interrupted writers left.
     * Other runs may use the folder meanwhile: what they miss they compute. Does nothing if this cache only looks up.
     */
    public void tidy() {
        if (writes) {
            StaleFiles.delete(directory, clock.instant());
        }
    }

    private Path file(String key) {
        return directory.resolve(key.substring(0, PREFIX)).resolve(key.substring(PREFIX) + ".fold");
    }

    @Override
    public Optional<Entry> find(String key) {
        Path file = file(key);
        try {
            Entry entry = read(Files.readAllBytes(file));
            if (writes) {
                StaleFiles.use(file, clock.instant());
            }
            return Optional.of(entry);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, file + ": cannot be used, and is computed anew: " + e);
            return Optional.empty();
        }
    }

    private static Entry read(byte[] bytes) throws IOException {
        DataInputStream input = new DataInputStream(new ByteArrayInputStream(bytes));
        if (input.readLong() != FORMAT) {
            throw new IOException("it is not a file of this version's cache");
        }
        int length = input.readInt();
        long checksum = input.readLong();
        // before so much memory is asked for
        if (length != input.available()) {
            throw new IOException("its content is damaged");
        }
        byte[] content = new byte[length];
        input.readFully(content);
        if (checksum(content) != checksum) {
            throw new IOException("its content is damaged");
        }
        DataInputStream fields = new DataInputStream(new ByteArrayInputStream(content));
        Duration fitTime = Duration.ofNanos(fields.readLong());
        Duration predictTime = Duration.ofNanos(fields.readLong());
        return new Entry(PredictionsIo.read(fields), fitTime, predictTime);
    }

    @Override
    public void keep(String key, Entry entry) {
        if (!writes) {
            return;
        }
        Path file = file(key);
        try {
            AtomicFiles.write(file, bytes(entry));
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, file + ": cannot be written, and will be computed again: " + e);
        }
    }

    private static byte[] bytes(Entry entry) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(content);
        fields.writeLong(entry.fitTime().toNanos());
        fields.writeLong(entry.predictTime().toNanos());
        PredictionsIo.write(entry.predictions(), fields);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream output = new DataOutputStream(file);
        output.writeLong(FORMAT);
        output.writeInt(content.size());
        output.writeLong(checksum(content.toByteArray()));
        content.writeTo(output);
        return file.toByteArray();
    }

    private static long checksum(byte[] content) {
        CRC32C checksum = new CRC32C();
        checksum.update(content);
        return checksum.getValue();
    }
}

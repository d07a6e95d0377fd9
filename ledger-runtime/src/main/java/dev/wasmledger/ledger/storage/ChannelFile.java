package dev.wasmledger.ledger.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Locale;

/** A file of a {@link FileStorage}. */
record ChannelFile(FileChannel channel) implements StorageFile {

    private static final int ZEROS_BYTES = 1 << 20;

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public int read(ByteBuffer target, long offset) throws IOException {
        int total = 0;
        while (target.hasRemaining()) {
            int count = channel.read(target, offset + total);
            if (count < 0) {
                break;
            }
            total += count;
        }
        return total;
    }

    @Override
    public void write(ByteBuffer source, long offset) throws IOException {
        long at = offset;
        try {
            while (source.hasRemaining()) {
                at += channel.write(source, at);
            }
        } catch (IOException e) {
            throw explained(e);
        }
    }

    /** Blocks that were written and forced once cost later forces no more than the data itself. */
    @Override
    public void allocate(long size) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocateDirect(ZEROS_BYTES);
        for (long at = channel.size(); at < size; at = channel.size()) {
            write(zeros.clear().limit((int) Math.min(ZEROS_BYTES, size - at)), at);
        }
        channel.force(true);
    }

    @Override
    public void truncate(long size) throws IOException {
        channel.truncate(size);
    }

    @Override
    public void force() throws IOException {
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Java knows a full disk only by the operating system's words. */
    private static IOException explained(IOException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        boolean full = message.contains("no space left")
                || message.contains("quota exceeded")
                || message.contains("not enough space");
        return full ? new DiskFullException(String.valueOf(e.getMessage()), e) : e;
    }
}

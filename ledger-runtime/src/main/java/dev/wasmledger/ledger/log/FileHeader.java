package dev.wasmledger.ledger.log;

import dev.wasmledger.ledger.storage.StorageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The first {@value #BYTES} bytes of a log's file. */
final class FileHeader {

    static final int BYTES = 16;
    private static final long MAGIC = 0x474f4c4d5341574cL; // "LWASMLOG"
    private static final int VERSION = 1;

    private FileHeader() {}

    static ByteBuffer bytes() {
        ByteBuffer header = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(MAGIC).putInt(VERSION);
        return header.putInt(FrameHeader.crc(header.slice(0, header.position())))
                .flip();
    }

    static void check(StorageFile file, String path) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        file.read(header, 0);
        header.flip();
        if (header.remaining() < BYTES || header.getLong(0) != MAGIC) {
            throw new IOException(path + ": not a ledger's log (it does not start with LWASMLOG)");
        }
        if (header.getInt(8) != VERSION) {
            throw new IOException(
                    "%s: a log of format %d; this release reads format %d".formatted(path, header.getInt(8), VERSION));
        }
        if (!header.equals(bytes())) {
            throw new CorruptLogException(path, 0, 0, "(the file's header) does not match its CRC");
        }
    }
}

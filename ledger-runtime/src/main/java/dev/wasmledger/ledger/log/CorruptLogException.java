package dev.wasmledger.ledger.log;

import java.io.IOException;

/** The log has lost or changed something that was durable. Nothing repairs that but a good copy. */
public final class CorruptLogException extends IOException {

    private final String file;
    private final long offset;
    private final long sequence;
    private final String problem;

    /**
     * @param file the log's path
     * @param offset where the damage starts, in bytes
     * @param sequence the number of the frame that is damaged or missing
     * @param problem what is wrong with it
     */
    public CorruptLogException(String file, long offset, long sequence, String problem) {
        super("%s: frame %d, at offset %d, %s".formatted(file, sequence, offset, problem));
        this.file = file;
        this.offset = offset;
        this.sequence = sequence;
        this.problem = problem;
    }

    public String file() {
        return file;
    }

    public long offset() {
        return offset;
    }

    public long sequence() {
        return sequence;
    }

    public String problem() {
        return problem;
    }
}

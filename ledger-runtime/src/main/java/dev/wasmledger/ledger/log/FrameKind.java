package dev.wasmledger.ledger.log;

import java.util.Optional;

/** What a frame is about. The codes are part of the format. */
public enum FrameKind {
    /** From here on another composition of components makes the decisions. */
    DEPLOYMENT(1),
    /** A command that creates assets, and what became of it. */
    CREATE_ASSETS(2),
    /** A command that creates accounts, and what became of it. */
    CREATE_ACCOUNTS(3),
    /** A command that commits transfers, and what became of it. */
    COMMIT(4),
    /** A command that ends pending transfers whose time has passed. */
    EXPIRE(5);

    private final int code;

    FrameKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Optional<FrameKind> of(int code) {
        for (FrameKind kind : values()) {
            if (kind.code == code) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}

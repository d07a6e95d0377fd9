package dev.wasmledger.ledger;

import dev.wasmledger.ledger.log.Digest;
import java.io.IOException;

/**
 * A ledger is to be opened with another deployment than the one that its log has active. {@link Redeployment} shows what that
 * would change, and makes it the active one.
 */
public final class DeploymentDiffersException extends IOException {

    private final Digest active;
    private final Digest given;

    DeploymentDiffersException(Digest active, Digest given) {
        super("the log has deployment sha256:%s active, and this is sha256:%s: it must be deployed before it can go on"
                .formatted(active, given));
        this.active = active;
        this.given = given;
    }

    /** The digest of the deployment that the log has active. */
    public Digest active() {
        return active;
    }

    /** The digest of the deployment that the ledger was to be opened with. */
    public Digest given() {
        return given;
    }
}

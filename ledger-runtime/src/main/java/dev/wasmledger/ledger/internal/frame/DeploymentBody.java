package dev.wasmledger.ledger.internal.frame;

import dev.wasmledger.composer.ComposedInstance.Role;
import dev.wasmledger.ledger.log.Digest;
import dev.wasmledger.ledger.log.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The body of a frame that says what makes the decisions from here on: all that is needed to make them again.
 *
 * @param composition of the component that all instances are linked into
 * @param parts one for each component instance
 */
public record DeploymentBody(Digest composition, List<Part> parts) {

    private static final Role[] ROLES = Role.values();

    /**
     * A component in its place.
     *
     * @param instance the name that the deployment gives it
     * @param role what it is in the ledger
     * @param component what the deployment's file names
     * @param digest of the component's bytes
     * @param config what the host answers when the instance asks for its configuration
     */
    public record Part(String instance, Role role, String component, Digest digest, SortedMap<String, String> config) {}

    /** Reads the body of a deployment's frame. */
    public static DeploymentBody read(Frame frame) {
        ByteSource source = new ByteSource(frame.body());
        Digest composition = source.getDigest();
        int count = source.getCount(Digest.BYTES);
        List<Part> parts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            parts.add(new Part(
                    source.getText(),
                    Codes.value(ROLES, source.getByte()),
                    source.getText(),
                    source.getDigest(),
                    config(source)));
        }
        return new DeploymentBody(composition, parts);
    }

    private static SortedMap<String, String> config(ByteSource source) {
        SortedMap<String, String> config = new TreeMap<>();
        int count = source.getCount(2 * Integer.BYTES);
        for (int i = 0; i < count; i++) {
            config.put(source.getText(), source.getText());
        }
        return config;
    }

    /** Puts the body. */
    public void write(ByteSink target) {
        target.putDigest(composition);
        target.putInt(parts.size());
        for (Part part : parts) {
            target.putText(part.instance());
            target.putByte(Codes.of(part.role()));
            target.putText(part.component());
            target.putDigest(part.digest());
            target.putInt(part.config().size());
            part.config().forEach((key, value) -> {
                target.putText(key);
                target.putText(value);
            });
        }
    }

    /** The deployment's digest, which every frame names that it has decided: of this body. */
    public Digest digest() {
        ByteSink body = new ByteSink();
        write(body);
        return Digest.of(body.bytes());
    }
}

package dev.wasmledger.ledger.internal.frame;

import dev.wasmledger.ledger.log.Frame;
import java.util.ArrayList;
import java.util.List;

/**
 * The body of a frame that says which components make the decisions from here on.
 *
 * @param parts one for each component instance
 */
public record DeploymentBody(List<Part> parts) {

    /**
     * A component in its place.
     *
     * @param instance the name that the deployment gives it
     * @param component what the deployment's file names
     * @param digest of the component's bytes
     */
    public record Part(String instance, String component, String digest) {}

    /** Reads the body of a deployment's frame. */
    public static DeploymentBody read(Frame frame) {
        ByteSource source = new ByteSource(frame.body());
        int count = source.getCount(3 * Integer.BYTES);
        List<Part> parts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            parts.add(new Part(source.getText(), source.getText(), source.getText()));
        }
        return new DeploymentBody(parts);
    }

    /** Puts the body. */
    public void write(ByteSink target) {
        target.putInt(parts.size());
        for (Part part : parts) {
            target.putText(part.instance());
            target.putText(part.component());
            target.putText(part.digest());
        }
    }
}

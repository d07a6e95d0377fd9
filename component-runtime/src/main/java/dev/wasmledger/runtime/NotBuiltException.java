package dev.wasmledger.runtime;

/** A component is valid, and uses a part of the component model that this runtime has not yet; nothing has run. */
public final class NotBuiltException extends LinkException {

    private static final long serialVersionUID = 1L;

    private static final String MISSING = ": this runtime has not got that yet";

    private final String what;

    /** Of what is missing, in a few words that a message can begin with. */
    public NotBuiltException(String what) {
        super(what + MISSING);
        this.what = what;
    }

    /** What is missing, as a sentence. */
    public String reason() {
        return what + MISSING;
    }

    /** What is missing, in a few words. */
    public String what() {
        return what;
    }
}

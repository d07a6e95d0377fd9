package dev.wasmledger.runtime.wast;

/** What came of one command of a script. */
public sealed interface Outcome {

    record Passed() implements Outcome {}

    /** It came out otherwise than the script says. */
    record Failed(String reason) implements Outcome {}

    /** It needs what this runtime has not got yet, in a few words. */
    record NotBuilt(String what) implements Outcome {}

    /** It could not be judged: it needs a parser of the text form, for instance. */
    record Skipped(String reason) implements Outcome {}
}

package dev.wasmledger.cli;

/** How the command ends. */
final class ExitCode {

    static final int OK = 0;

    /** The work was refused, or failed. */
    static final int FAILED = 1;

    /** What was given is wrong: the arguments, or a file. */
    static final int WRONG_INPUT = 2;

    /** How each command's help lists them. */
    static final String OK_TEXT = "0:The work is done.";

    static final String FAILED_TEXT = "1:The work was refused, or failed.";
    static final String WRONG_INPUT_TEXT = "2:The arguments or a file are wrong.";

    private ExitCode() {}
}

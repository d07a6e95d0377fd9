package dev.wasmledger.wit.diagnostic;

/** Where something is: a stretch of text, a byte of a binary, or a file as a whole. */
public sealed interface Place permits Span, ByteOffset, WholeFile {

    /** The name of the file, as it was given. */
    String fileName();
}

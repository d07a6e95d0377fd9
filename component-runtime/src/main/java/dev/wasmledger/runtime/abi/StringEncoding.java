package dev.wasmledger.runtime.abi;

/** The encodings that canonical options can name (CanonicalABI.md, "string-encoding"). */
public enum StringEncoding {
    UTF8,
    UTF16,
    LATIN1_OR_UTF16
}

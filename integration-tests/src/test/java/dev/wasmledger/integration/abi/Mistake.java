package dev.wasmledger.integration.abi;

/** A mistake that the model can be made to make, to show that the test would notice one in the code under test. */
enum Mistake {
    NONE,

    /** Fields follow one another without padding. */
    NO_ALIGNMENT,

    /** A discriminant takes four bytes, however few cases there are. */
    LARGE_DISCRIMINANT,

    /** A payload follows its discriminant without padding. */
    NO_PAYLOAD_ALIGNMENT,

    /** The elements of a list lie a byte further apart. */
    WIDE_ELEMENTS,

    /** The last label has the lowest bit. */
    FLAGS_REVERSED,

    /** The length of a text counts bytes in every encoding. */
    LENGTH_IN_BYTES,

    /** A text of Latin-1 and UTF-16 never says that it is UTF-16. */
    NO_UTF16_TAG,

    /** A {@code char} can be a surrogate. */
    SURROGATES,

    /** The bits of a NaN stay as they are. */
    NAN_BITS_KEPT,

    /** An {@code f64} has its halves the other way round. */
    HALVES_SWAPPED,
}

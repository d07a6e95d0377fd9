package dev.wasmledger.cli.service;

import dev.wasmledger.cli.booking.Poster;
import dev.wasmledger.runtime.CompileProgress;

/** Is told how far something is that can take long. */
public interface Progress extends Poster.PostingProgress {

    /** Whom to tell how far the compilation of a component is. */
    CompileProgress compiling();
}

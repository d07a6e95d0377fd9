package dev.wasmledger.wit.internal.resolve;

import dev.wasmledger.wit.PackageId;
import dev.wasmledger.wit.internal.Diagnostics;

/** What every step of resolving one package needs. */
record PackageContext(PackageId id, ModelBuilder model, Gates gates, PathResolver paths, Diagnostics diagnostics) {}

package dev.wasmledger.component.model;

import dev.wasmledger.component.type.ExternName;
import java.util.Optional;

/**
 * An export. It adds to the index space of its sort, as an alias does.
 *
 * @param type the type to show, a supertype of the definition's own
 */
public record Export(ExternName name, Index index, Optional<ExternDesc> type) implements Definition {}

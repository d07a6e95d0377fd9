package dev.wasmledger.component.type;

/** A struct or array type of core WebAssembly. The component level only passes it on. */
public record CoreAggregateType(String description) implements CoreDefType {}

package dev.wasmledger.component.model;

import dev.wasmledger.component.type.CoreExternType.Limits;
import dev.wasmledger.component.type.CoreRefType;
import dev.wasmledger.component.type.CoreValType;
import java.util.List;
import java.util.OptionalLong;

/** The definition of a core module type (Binary.md, {@code core:moduletype}): a scope with a type index space. */
public record CoreModuleTypeDef(List<Decl> declarators) implements CoreTypeDef {

    public CoreModuleTypeDef {
        declarators = List.copyOf(declarators);
    }

    /** What stands in a module type (Binary.md, {@code core:moduledecl}). */
    public sealed interface Decl {}

    public record ImportDecl(String module, String field, CoreExternDesc type) implements Decl {}

    /** A type definition; no module type. */
    public record NestedType(CoreRecTypeDef type) implements Decl {}

    /** {@code (alias outer count index (type))}. */
    public record OuterAlias(int count, Index.CoreType index) implements Decl {}

    public record ExportDecl(String name, CoreExternDesc type) implements Decl {}

    /** The type of a core import or export (core specification, {@code externtype}). */
    public sealed interface CoreExternDesc {}

    public record FuncDesc(Index.CoreType type) implements CoreExternDesc {}

    public record TableDesc(CoreRefType element, Limits limits) implements CoreExternDesc {}

    public record MemoryDesc(Limits limits, OptionalLong pageSizeLog2) implements CoreExternDesc {}

    public record GlobalDesc(CoreValType type, boolean mutable) implements CoreExternDesc {}

    public record TagDesc(Index.CoreType type) implements CoreExternDesc {}
}

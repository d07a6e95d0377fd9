package dev.wasmledger.wit.internal.syntax;

import dev.wasmledger.wit.PackageName;
import dev.wasmledger.wit.SemanticVersion;
import dev.wasmledger.wit.Stability;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.diagnostic.SourceFile;
import dev.wasmledger.wit.diagnostic.Span;
import java.util.List;
import java.util.Optional;

/** One file as it is written: names are still text, and nothing has been looked up. */
public record SyntaxTree(SourceFile file, Optional<PackageHeader> header, List<Item> items) {

    /** A name without its {@code %}, and where it stands, {@code %} included. */
    public record Name(String text, Span span) {}

    /** Comments in front of an item: their text, and where they stand. */
    public record Docs(String text, Span span) {}

    /** {@code package a:b@1.0.0}; the span is that of the name. */
    public record PackageHeader(PackageName name, Span span, Optional<Docs> docs) {}

    /** The attributes of an item; {@code first} is the place of the first one, if there is any. */
    public record Gate(Stability stability, Optional<String> externalId, Optional<Span> first) {}

    /** {@code name}, or {@code ns:pkg/name@version}. */
    public record UsePath(Optional<PackageReference> inPackage, Name name) {}

    /** The package of a path; the span leaves the version out. */
    public record PackageReference(PackageName name, Span span) {}

    /** What may stand at the top of a file. */
    public sealed interface Item {}

    public record InterfaceItem(Name name, Gate gate, Optional<Docs> docs, List<InterfaceMember> members)
            implements Item {}

    public record WorldItem(Name name, Gate gate, Optional<Docs> docs, List<WorldMember> members) implements Item {}

    public record ToplevelUse(Span span, Gate gate, UsePath path, Optional<Name> rename) implements Item {
        /** The name that the file knows the item by. */
        public Name definedName() {
            return rename.orElse(path.name());
        }
    }

    public record NestedPackage(Span keyword, Gate gate, PackageHeader header, List<Item> items) implements Item {}

    /** What may stand in an interface. */
    public sealed interface InterfaceMember {}

    /** What may stand in a world. */
    public sealed interface WorldMember {}

    public record Use(Gate gate, UsePath path, List<UseName> names) implements InterfaceMember, WorldMember {}

    public record UseName(Name name, Optional<Name> rename) {
        /** The name that the interface or world knows the type by. */
        public Name definedName() {
            return rename.orElse(name);
        }
    }

    public record Typedef(Name name, Gate gate, Optional<Docs> docs, TypeBody body)
            implements InterfaceMember, WorldMember {}

    public record Func(Name name, Gate gate, Optional<Docs> docs, FuncType type) implements InterfaceMember {}

    public record Include(Gate gate, UsePath path, List<Rename> renames) implements WorldMember {}

    public record Rename(Name from, Name to) {}

    /** An import or export. */
    public record Extern(boolean export, Gate gate, Optional<Docs> docs, ExternType type) implements WorldMember {
        /** Where the import or export is named. */
        public Span span() {
            return switch (type) {
                case ExternFunc(Name name, FuncType func) -> name.span();
                case ExternInterface(Name name, List<InterfaceMember> members) -> name.span();
                case ExternNamedPath(Name name, UsePath path) -> name.span();
                case ExternPath(UsePath path) -> path.name().span();
            };
        }
    }

    public sealed interface ExternType {}

    public record ExternFunc(Name name, FuncType type) implements ExternType {}

    public record ExternInterface(Name name, List<InterfaceMember> members) implements ExternType {}

    public record ExternNamedPath(Name name, UsePath path) implements ExternType {}

    public record ExternPath(UsePath path) implements ExternType {}

    /** {@code func(…) -> …}; the span is that of {@code func} or {@code constructor}. */
    public record FuncType(boolean async, Span span, List<Parameter> parameters, Optional<Ty> result) {}

    public record Parameter(Name name, Ty type) {}

    /** What stands behind a type's name. */
    public sealed interface TypeBody {}

    public record AliasBody(Ty target) implements TypeBody {}

    public record RecordBody(List<Field> fields) implements TypeBody {}

    public record VariantBody(List<Case> cases) implements TypeBody {}

    public record EnumBody(List<Label> cases) implements TypeBody {}

    public record FlagsBody(List<Label> flags) implements TypeBody {}

    public record ResourceBody(List<ResourceFunc> functions) implements TypeBody {}

    public record Field(Name name, Ty type, Optional<Docs> docs) {}

    public record Case(Name name, Optional<Ty> payload, Optional<Docs> docs) {}

    public record Label(Name name, Optional<Docs> docs) {}

    /** A function in a resource; a constructor's name is {@code constructor}. */
    public record ResourceFunc(ResourceFuncKind kind, Name name, Gate gate, Optional<Docs> docs, FuncType type) {}

    public enum ResourceFuncKind {
        METHOD,
        STATIC,
        CONSTRUCTOR
    }

    /** A type where it is used. */
    public sealed interface Ty {
        /** Where its name or keyword stands; a handle's is that of its resource. */
        Span span();
    }

    public record PrimitiveTy(Type.Primitive primitive, Span span) implements Ty {}

    public record NameTy(Name name) implements Ty {
        @Override
        public Span span() {
            return name.span();
        }
    }

    public record ListTy(Ty element, Span span) implements Ty {}

    public record FixedListTy(Ty element, long length, Span span) implements Ty {}

    public record OptionTy(Ty some, Span span) implements Ty {}

    public record ResultTy(Optional<Ty> ok, Optional<Ty> err, Span span) implements Ty {}

    public record TupleTy(List<Ty> elements, Span span) implements Ty {}

    public record MapTy(Ty key, Ty value, Span span) implements Ty {}

    public record FutureTy(Optional<Ty> payload, Span span) implements Ty {}

    public record StreamTy(Optional<Ty> payload, Span span) implements Ty {}

    public record OwnTy(Name resource) implements Ty {
        @Override
        public Span span() {
            return resource.span();
        }
    }

    public record BorrowTy(Name resource) implements Ty {
        @Override
        public Span span() {
            return resource.span();
        }
    }

    /** A version and where it stands. */
    record Version(SemanticVersion version, Span span) {}
}

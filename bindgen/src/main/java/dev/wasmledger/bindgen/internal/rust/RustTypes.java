package dev.wasmledger.bindgen.internal.rust;

import dev.wasmledger.bindgen.internal.guest.GuestLayout;
import dev.wasmledger.bindgen.internal.guest.GuestType;
import dev.wasmledger.bindgen.internal.guest.GuestType.Resource;
import dev.wasmledger.bindgen.internal.guest.GuestWorld;
import dev.wasmledger.bindgen.internal.guest.Port;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeDefKind;
import dev.wasmledger.wit.TypeId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A world's types as Rust has them. */
record RustTypes(GuestWorld world, GuestLayout layout, RustNames names) {

    /** Rust's own traits are there for tuples of so many elements, and no more. */
    private static final int LONGEST_TUPLE = 12;

    static RustTypes of(GuestWorld world) {
        return new RustTypes(world, new GuestLayout(world), new RustNames(world));
    }

    /**
     * Where the name of a type is written.
     *
     * @param module whose names are in scope
     * @param prefix what stands before such a name, where it is written outside of the module
     * @param lifetime of what is lent: {@code 'a}, or {@code '_}
     */
    record Scope(RustModule module, String prefix, String lifetime) {

        static Scope of(RustModule module) {
            return new Scope(module, "", "'_");
        }

        private String reference(String type) {
            return lifetime.equals("'_") ? "&" + type : "&" + lifetime + " " + type;
        }
    }

    /** A type whose values own what they hold, as results and parameters of exports do. */
    String owned(GuestType type, Scope in) {
        return switch (type) {
            case GuestType.Scalar(Type.Primitive primitive) -> scalar(primitive);
            case GuestType.Text() -> "String";
            case GuestType.ListOf(GuestType element) -> "Vec<" + owned(element, in) + ">";
            case GuestType.FixedList(GuestType element, long length) -> "[" + owned(element, in) + "; " + length + "]";
            case GuestType.MapOf(GuestType key, GuestType value) ->
                "BTreeMap<" + owned(key, in) + ", " + owned(value, in) + ">";
            case GuestType.OptionOf(GuestType some) -> "Option<" + owned(some, in) + ">";
            case GuestType.ResultOf(var ok, var err) ->
                "Result<" + ok.map(t -> owned(t, in)).orElse("()") + ", "
                        + err.map(t -> owned(t, in)).orElse("()") + ">";
            case GuestType.TupleOf(List<GuestType> elements) ->
                tuple(elements.stream().map(e -> owned(e, in)).toList());
            case GuestType.Named named ->
                name(named.id(), named.port(), in) + (lends(named) ? "<" + in.lifetime() + ">" : "");
            case GuestType.Own(Resource resource) -> resource(resource, in);
            case GuestType.Borrow(Resource resource) -> in.reference(resource(resource, in));
            case GuestType.End end -> in.prefix().isEmpty() ? "abi::Handle" : "bindings::abi::Handle";
        };
    }

    /** What a function is called with that does not take it away: by reference where that saves a copy. */
    String lent(GuestType type, Scope in) {
        if (owns(type)) {
            return owned(type, in);
        }
        return switch (type) {
            case GuestType.Text() -> in.reference("str");
            case GuestType.ListOf(GuestType element) -> in.reference("[" + owned(element, in) + "]");
            case GuestType.OptionOf(GuestType some) -> "Option<" + lent(some, in) + ">";
            case GuestType.ResultOf(var ok, var err) ->
                "Result<" + ok.map(t -> lent(t, in)).orElse("()") + ", "
                        + err.map(t -> lent(t, in)).orElse("()") + ">";
            case GuestType.TupleOf(List<GuestType> elements) ->
                tuple(elements.stream().map(e -> lent(e, in)).toList());
            default -> isLentByReference(type) ? in.reference(owned(type, in)) : owned(type, in);
        };
    }

    /** Whether the parameter is a plain reference to a value of the type. */
    boolean isLentByReference(GuestType type) {
        return !owns(type)
                && switch (type) {
                    case GuestType.Text text -> true;
                    case GuestType.ListOf list -> true;
                    case GuestType.MapOf map -> true;
                    case GuestType.Named named -> !isCopy(named);
                    case GuestType.FixedList list -> !isCopy(list);
                    default -> false;
                };
    }

    static String tuple(List<String> elements) {
        return elements.stream().collect(Collectors.joining(", ", "(", elements.size() == 1 ? ",)" : ")"));
    }

    private String name(TypeId id, Port port, Scope in) {
        String name = names.type(id, port, in.module());
        return name.contains("::") ? name : in.prefix() + name;
    }

    /** The handle's name. */
    String resource(Resource resource, Scope in) {
        return name(resource.id(), resource.port(), in);
    }

    private static String scalar(Type.Primitive primitive) {
        return switch (primitive) {
            case BOOL -> "bool";
            case U8 -> "u8";
            case U16 -> "u16";
            case U32 -> "u32";
            case U64 -> "u64";
            case S8 -> "i8";
            case S16 -> "i16";
            case S32 -> "i32";
            case S64 -> "i64";
            case F32 -> "f32";
            case F64 -> "f64";
            case CHAR -> "char";
            case STRING, ERROR_CONTEXT -> throw new IllegalArgumentException(primitive + " is no scalar");
        };
    }

    TypeDefKind kind(GuestType.Named type) {
        return world.wit().get(type.id()).kind();
    }

    /** Whether values hold handles that own, which go away with them. */
    boolean owns(GuestType type) {
        return any(type, part -> part instanceof GuestType.Own || part instanceof GuestType.End);
    }

    /** Whether values hold what is lent. */
    boolean lends(GuestType type) {
        return any(type, GuestType.Borrow.class::isInstance);
    }

    /** Whether values are but bits, which are copied. */
    boolean isCopy(GuestType type) {
        return !any(
                type,
                part -> part instanceof GuestType.Text
                        || part instanceof GuestType.ListOf
                        || part instanceof GuestType.MapOf
                        || part instanceof GuestType.Own
                        || part instanceof GuestType.Borrow
                        || part instanceof GuestType.End);
    }

    /** Whether values lie in Rust's memory as the canonical ABI has them: numbers, and records of these. */
    boolean isPlain(GuestType type) {
        return switch (type) {
            case GuestType.Scalar scalar -> true;
            case GuestType.FixedList(GuestType element, long length) -> isPlain(element);
            case GuestType.Named named ->
                switch (kind(named)) {
                    case TypeDefKind.RecordKind record -> parts(named).allMatch(this::isPlain);
                    case TypeDefKind.VariantKind variant -> false;
                    default -> true;
                };
            default -> false;
        };
    }

    /** Whether there are fractions, for which equality is not all that it should be. */
    boolean holdsFloats(GuestType type) {
        return any(
                type,
                part -> part instanceof GuestType.Scalar(Type.Primitive p)
                        && (p == Type.Primitive.F32 || p == Type.Primitive.F64));
    }

    /** Whether there are tuples for which Rust's own traits are not implemented. */
    boolean holdsLongTuples(GuestType type) {
        return any(type, part -> part instanceof GuestType.TupleOf(var elements) && elements.size() > LONGEST_TUPLE);
    }

    private boolean any(GuestType type, Predicate<GuestType> is) {
        return is.test(type) || parts(type).anyMatch(part -> any(part, is));
    }

    /** The types that a type directly holds. */
    Stream<GuestType> parts(GuestType type) {
        return switch (type) {
            case GuestType.ListOf(GuestType element) -> Stream.of(element);
            case GuestType.FixedList(GuestType element, long length) -> Stream.of(element);
            case GuestType.MapOf(GuestType key, GuestType value) -> Stream.of(key, value);
            case GuestType.OptionOf(GuestType some) -> Stream.of(some);
            case GuestType.ResultOf(var ok, var err) -> Stream.concat(ok.stream(), err.stream());
            case GuestType.TupleOf(List<GuestType> elements) -> elements.stream();
            case GuestType.Named named ->
                switch (kind(named)) {
                    case TypeDefKind.RecordKind record ->
                        world.fields(named).stream().map(GuestWorld.Field::type);
                    case TypeDefKind.VariantKind variant ->
                        world.cases(named).stream()
                                .map(GuestWorld.Case::payload)
                                .flatMap(Optional::stream);
                    default -> Stream.empty();
                };
            default -> Stream.empty();
        };
    }
}

package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.wasmledger.bindgen.Side;
import dev.wasmledger.component.abi.Despecialization;
import dev.wasmledger.component.abi.Flattening;
import dev.wasmledger.component.abi.Layout;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.type.VariantType;
import dev.wasmledger.component.wit.WitTypes;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeDefKind;
import dev.wasmledger.wit.TypeId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Predicate;

/** WIT types, the Java types that they map to, and how they lie in memory. */
final class Model {

    private static final ClassName OPTIONAL = ClassName.get(Optional.class);
    private static final ClassName LIST = ClassName.get(List.class);
    private static final ClassName MAP = ClassName.get(Map.class);
    private static final ClassName STAGE = ClassName.get(CompletionStage.class);
    private static final ClassName PUBLISHER = ClassName.get(Flow.Publisher.class);

    final ResolvedWit wit;
    final Symbols symbols;
    final FixedRecords fixedRecords = new FixedRecords(this);
    private final Side side;
    private final WitTypes witTypes;
    private final Set<Integer> tupleSizes = new TreeSet<>();
    private final Set<SharedTypes.Kind> shared = EnumSet.noneOf(SharedTypes.Kind.class);

    Model(ResolvedWit wit, Symbols symbols, Side side) {
        this.wit = wit;
        this.symbols = symbols;
        this.side = side;
        this.witTypes = new WitTypes(wit);
    }

    /** A class that only goes with a type, a list of it for instance: it is deprecated as that is. */
    TypeSpec companion(TypeId of, TypeSpec type) {
        return type.toBuilder()
                .addAnnotations(FeatureGate.of(wit.get(of).stability()).deprecation())
                .build();
    }

    boolean onHost() {
        return side == Side.HOST;
    }

    /** How many elements the tuples have that occurred so far. */
    Set<Integer> tupleSizes() {
        return tupleSizes;
    }

    /** Which other classes of the base package occurred so far. */
    Set<SharedTypes.Kind> shared() {
        return shared;
    }

    /** The type with no alias left in it, so that equal types are equal; but a resource may have another name here. */
    Type canonical(Type type) {
        return switch (wit.dealias(type)) {
            case Type.ListOf(Type element) -> new Type.ListOf(canonical(element));
            case Type.Option(Type some) -> new Type.Option(canonical(some));
            case Type.Result(Optional<Type> ok, Optional<Type> err) ->
                new Type.Result(ok.map(this::canonical), err.map(this::canonical));
            case Type.Tuple(List<Type> elements) ->
                new Type.Tuple(elements.stream().map(this::canonical).toList());
            case Type.FixedList(Type element, long length) -> new Type.FixedList(canonical(element), length);
            case Type.MapOf(Type key, Type value) -> new Type.MapOf(canonical(key), canonical(value));
            case Type.Future(Optional<Type> payload) -> new Type.Future(payload.map(this::canonical));
            case Type.Stream(Optional<Type> payload) -> new Type.Stream(payload.map(this::canonical));
            case Type other -> other;
        };
    }

    /** The Java type of a value. */
    TypeName javaType(Type type) {
        return switch (canonical(type)) {
            case Type.Primitive primitive ->
                primitive == Type.Primitive.ERROR_CONTEXT
                        ? shared(SharedTypes.Kind.ERROR_CONTEXT)
                        : scalarType(primitive);
            case Type.Named(TypeId id) -> symbols.type(id);
            case Type.ListOf(Type element) -> {
                Optional<FixedRecord> record = fixedRecords.find(element);
                yield record.isPresent() ? record.get().list() : listType(element);
            }
            case Type.FixedList(Type element, long length) -> listType(element);
            case Type.MapOf(Type key, Type value) -> ParameterizedTypeName.get(MAP, boxed(key), boxed(value));
            case Type.Option(Type some) -> ParameterizedTypeName.get(OPTIONAL, boxed(some));
            case Type.Result(Optional<Type> ok, Optional<Type> err) ->
                ParameterizedTypeName.get(shared(SharedTypes.Kind.RESULT), boxedOrUnit(ok), boxedOrUnit(err));
            case Type.Tuple(List<Type> elements) -> {
                tupleSizes.add(elements.size());
                yield ParameterizedTypeName.get(
                        symbols.shared("Tuple" + elements.size()),
                        elements.stream().map(this::boxed).toArray(TypeName[]::new));
            }
            case Type.Future(Optional<Type> payload) ->
                ParameterizedTypeName.get(
                        side == Side.HOST ? STAGE : shared(SharedTypes.Kind.FUTURE), boxedOrVoid(payload));
            case Type.Stream(Optional<Type> payload) ->
                ParameterizedTypeName.get(
                        side == Side.HOST ? PUBLISHER : shared(SharedTypes.Kind.STREAM), boxedOrVoid(payload));
            case Type.Own(TypeId resource) -> symbols.type(wit.dealias(resource));
            case Type.Borrow(TypeId resource) -> symbols.type(wit.dealias(resource));
        };
    }

    /** What the method of an async function returns: on the host, something that comes later. */
    TypeName asyncResult(Optional<Type> result) {
        return side == Side.HOST
                ? ParameterizedTypeName.get(STAGE, boxedOrVoid(result))
                : result.map(this::javaType).orElse(TypeName.VOID);
    }

    TypeName boxed(Type type) {
        return javaType(type).box();
    }

    private TypeName boxedOrVoid(Optional<Type> type) {
        return type.map(this::boxed).orElse(ClassName.get(Void.class));
    }

    private TypeName boxedOrUnit(Optional<Type> type) {
        return type.map(this::boxed).orElseGet(() -> shared(SharedTypes.Kind.UNIT));
    }

    private TypeName listType(Type element) {
        return element instanceof Type.Primitive primitive && inArrays(primitive)
                ? ArrayTypeName.of(scalarType(primitive))
                : ParameterizedTypeName.get(LIST, boxed(element));
    }

    /** A class of the base package, which is there from now on. */
    ClassName shared(SharedTypes.Kind kind) {
        shared.add(kind);
        return symbols.shared(kind.className());
    }

    private static TypeName scalarType(Type.Primitive primitive) {
        return switch (primitive) {
            case BOOL -> TypeName.BOOLEAN;
            case U8, S8 -> TypeName.BYTE;
            case U16, S16 -> TypeName.SHORT;
            case U32, S32, CHAR -> TypeName.INT;
            case U64, S64 -> TypeName.LONG;
            case F32 -> TypeName.FLOAT;
            case F64 -> TypeName.DOUBLE;
            case STRING -> ClassName.get(String.class);
            case ERROR_CONTEXT -> throw new IllegalStateException("no Java type for error-context");
        };
    }

    /** Whether a list of these is an array in Java. */
    private static boolean inArrays(Type.Primitive primitive) {
        return switch (primitive) {
            case BOOL, U8, S8, U16, S16, U32, S32, U64, S64, F32, F64 -> true;
            case CHAR, STRING, ERROR_CONTEXT -> false;
        };
    }

    /** What a reader must know of a Java type that does not say it: an unsigned number's range, and what reads it. */
    Optional<String> remark(Type type) {
        return switch (canonical(type)) {
            case Type.Primitive primitive -> remark(primitive);
            case Type.Option(Type.Primitive some) -> remark(some);
            case Type.ListOf(Type.Primitive element) -> remark(element).map(remark -> "each " + remark);
            case Type.FixedList(Type.Primitive element, long length) ->
                remark(element).map(remark -> "each " + remark);
            default -> Optional.empty();
        };
    }

    private static Optional<String> remark(Type.Primitive primitive) {
        return switch (primitive) {
            case U8 -> Optional.of("from 0 to 255, as {@link Byte#toUnsignedInt} reads it");
            case U16 -> Optional.of("from 0 to 65,535, as {@link Short#toUnsignedInt} reads it");
            case U32 -> Optional.of("from 0 to 2^32 - 1, as {@link Integer#toUnsignedLong} reads it");
            case U64 -> Optional.of("from 0 to 2^64 - 1, as {@link Long#toUnsignedString} reads it");
            case CHAR -> Optional.of("a Unicode scalar value");
            default -> Optional.empty();
        };
    }

    Shape shape(Type type) {
        return switch (canonical(type)) {
            case Type.Primitive primitive ->
                switch (primitive) {
                    case STRING -> new Shape.Text();
                    case ERROR_CONTEXT -> new Shape.End(javaType(type));
                    default -> new Shape.Scalar(primitive);
                };
            case Type.ListOf(Type.Primitive element) when inArrays(element) -> new Shape.Numbers(element);
            case Type.ListOf(Type element)
            when fixedRecords.contains(element) -> new Shape.Rows(fixedRecords.of((Type.Named) element));
            case Type.ListOf(Type element) -> new Shape.Elements(element);
            case Type.FixedList(Type element, long length) ->
                new Shape.FixedElements(
                        element, (int) length, element instanceof Type.Primitive primitive && inArrays(primitive));
            case Type.MapOf(Type key, Type value) ->
                new Shape.Entries(product(javaType(type), List.of("getKey", "getValue"), List.of(key, value)));
            case Type.Future future -> new Shape.End(javaType(type));
            case Type.Stream stream -> new Shape.End(javaType(type));
            case Type.Own(TypeId resource) -> new Shape.Handle(resource, true);
            case Type.Borrow(TypeId resource) -> new Shape.Handle(resource, false);
            case Type.Tuple(List<Type> elements) ->
                product(javaType(type), SharedTypes.tupleComponents(elements.size()), elements);
            case Type.Option(Type some) ->
                sum(
                        Shape.SumKind.OPTION,
                        type,
                        List.of(
                                new Shape.Alternative("none", javaType(type), Optional.empty()),
                                new Shape.Alternative("some", javaType(type), Optional.of(some))));
            case Type.Result(Optional<Type> ok, Optional<Type> err) ->
                sum(Shape.SumKind.RESULT, type, List.of(resultCase(type, "Ok", ok), resultCase(type, "Err", err)));
            case Type.Named(TypeId id) -> named(id);
        };
    }

    private Shape named(TypeId id) {
        ClassName javaType = symbols.type(id);
        Type type = new Type.Named(id);
        return switch (wit.get(id).kind()) {
            case TypeDefKind.RecordKind(var fields) ->
                product(
                        javaType,
                        Symbols.components(
                                fields.stream().map(TypeDefKind.Field::name).toList()),
                        fields.stream().map(TypeDefKind.Field::type).toList());
            case TypeDefKind.VariantKind(var cases) -> {
                List<ClassName> records = Symbols.cases(
                        javaType, cases.stream().map(TypeDefKind.Case::name).toList());
                List<Shape.Alternative> alternatives = new ArrayList<>();
                for (int i = 0; i < cases.size(); i++) {
                    alternatives.add(new Shape.Alternative(
                            cases.get(i).name(), records.get(i), cases.get(i).payload()));
                }
                yield sum(Shape.SumKind.VARIANT, type, alternatives);
            }
            case TypeDefKind.EnumKind(var cases) -> new Shape.Enumeration(javaType, cases.size());
            case TypeDefKind.FlagsKind(var flags) -> new Shape.Bits(javaType, flags.size());
            case TypeDefKind.ResourceKind resource -> throw new IllegalStateException("no shape for a resource");
            case TypeDefKind.AliasKind alias -> throw new IllegalStateException("not canonical");
        };
    }

    private Shape.Product product(TypeName javaType, List<String> accessors, List<Type> types) {
        List<Integer> offsets = offsets(types);
        List<Shape.Part> parts = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            parts.add(new Shape.Part(accessors.get(i), types.get(i), offsets.get(i)));
        }
        return new Shape.Product(javaType, List.copyOf(parts));
    }

    private Shape.Sum sum(Shape.SumKind kind, Type type, List<Shape.Alternative> alternatives) {
        var variant = (VariantType) Despecialization.despecialize(witTypes.valType(canonical(type)));
        return new Shape.Sum(kind, javaType(type), alternatives, Layout.MEMORY32.payloadOffset(variant.cases()));
    }

    private Shape.Alternative resultCase(Type result, String name, Optional<Type> payload) {
        var generic = (ParameterizedTypeName) javaType(result);
        TypeName javaType = ParameterizedTypeName.get(
                generic.rawType().nestedClass(name), generic.typeArguments().toArray(TypeName[]::new));
        return new Shape.Alternative(name.toLowerCase(java.util.Locale.ROOT), javaType, payload);
    }

    /** Where each of these lies in a record or tuple of them. */
    List<Integer> offsets(List<Type> types) {
        return Layout.MEMORY32.fieldOffsets(valTypes(types));
    }

    /** In bytes, with padding. */
    int size(Type type) {
        return Layout.MEMORY32.elemSize(witTypes.valType(type));
    }

    int alignment(Type type) {
        return Layout.MEMORY32.alignment(witTypes.valType(type));
    }

    List<CoreNumType> flat(Type type) {
        return Flattening.MEMORY32.flatTypes(witTypes.valType(type));
    }

    /** How many core values these become; great numbers are no problem. */
    int flatCount(List<Type> types) {
        return Flattening.MEMORY32.flatCount(valTypes(types));
    }

    private List<ValType> valTypes(List<Type> types) {
        return types.stream().map(witTypes::valType).toList();
    }

    /** Whether values of the type hold strings or lists, which lie elsewhere in memory. */
    boolean hasPointers(Type type) {
        return has(
                type,
                shape -> shape instanceof Shape.Text
                        || shape instanceof Shape.Numbers
                        || shape instanceof Shape.Rows
                        || shape instanceof Shape.Elements
                        || shape instanceof Shape.Entries);
    }

    /** Whether code that lifts or lowers the type needs more than memory: an allocator, or a table of handles. */
    boolean needsOptions(Type type) {
        return hasPointers(type) || has(type, Shape.Handle.class::isInstance);
    }

    /** Whether the type has to do with what only async functions have: futures, streams and error contexts. */
    boolean isAsync(Type type) {
        return has(type, Shape.End.class::isInstance);
    }

    /** The resources whose handles are in values of the type. */
    Set<TypeId> resources(Type type) {
        return resources(type, handle -> true);
    }

    /** The resources that values of the type borrow. */
    Set<TypeId> borrowed(Type type) {
        return resources(type, handle -> !handle.owned());
    }

    private Set<TypeId> resources(Type type, Predicate<Shape.Handle> wanted) {
        Set<TypeId> found = new LinkedHashSet<>();
        has(type, shape -> {
            if (shape instanceof Shape.Handle handle && wanted.test(handle)) {
                found.add(wit.dealias(handle.resource()));
            }
            return false;
        });
        return found;
    }

    /** The most elements that a tuple in the type has; 0 where there is none. */
    int widestTuple(Type type) {
        int[] widest = {0};
        has(type, shape -> {
            if (shape instanceof Shape.Product(TypeName javaType, List<Shape.Part> parts)
                    && javaType instanceof ParameterizedTypeName) {
                widest[0] = Math.max(widest[0], parts.size());
            }
            return false;
        });
        return widest[0];
    }

    /** Whether the type or one that it is made of is such. */
    private boolean has(Type type, Predicate<Shape> test) {
        Shape shape = shape(type);
        return test.test(shape)
                || switch (shape) {
                    case Shape.Elements(Type element) -> has(element, test);
                    case Shape.FixedElements(Type element, int length, boolean numbers) -> has(element, test);
                    case Shape.Entries(Shape.Product entry) -> hasParts(entry, test);
                    case Shape.Product product -> hasParts(product, test);
                    case Shape.Sum sum ->
                        sum.alternatives().stream()
                                .flatMap(alternative -> alternative.payload().stream())
                                .anyMatch(payload -> has(payload, test));
                    default -> false;
                };
    }

    private boolean hasParts(Shape.Product product, Predicate<Shape> test) {
        return product.parts().stream().anyMatch(part -> has(part.type(), test));
    }
}

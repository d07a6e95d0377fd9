package dev.wasmledger.component.internal.core;

import dev.wasmledger.component.Feature;
import dev.wasmledger.component.Features;
import dev.wasmledger.component.Limits;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.model.CoreRecTypeDef;
import dev.wasmledger.component.model.CoreRecTypeDef.SubType;
import dev.wasmledger.component.model.CoreTypeDef;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.type.CoreArrayType;
import dev.wasmledger.component.type.CoreFieldType;
import dev.wasmledger.component.type.CoreFuncType;
import dev.wasmledger.component.type.CorePackedType;
import dev.wasmledger.component.type.CoreRefType;
import dev.wasmledger.component.type.CoreStructType;
import dev.wasmledger.component.type.CoreSubType;
import dev.wasmledger.component.type.CoreSubType.Shape;
import dev.wasmledger.component.type.CoreValType;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Resolves recursion groups; equal ones become the same objects (core specification, "Recursive Types"). */
public final class CoreTypeGroups {

    /** What a group stands in. */
    public interface Context {

        /** How many types are defined before it. */
        int size();

        /** One of those. Fails where there is none, or it is a module type. */
        CoreSubType type(Index.CoreType index);

        DiagnosticException fail(Rule rule, String message);
    }

    private final Features features;
    private final Map<List<Shape>, List<CoreSubType>> known = new HashMap<>();

    public CoreTypeGroups(Features features) {
        this.features = features;
    }

    /** The types that a group defines. */
    public List<CoreSubType> define(CoreRecTypeDef group, Context context) {
        requireGc(group, context);
        List<Shape> shapes = new ArrayList<>();
        for (SubType type : group.types()) {
            shapes.add(shape(type, shapes.size(), group.types().size(), context));
        }
        List<CoreSubType> types = known.get(shapes);
        if (types == null) {
            types = CoreSubType.group(shapes);
            types.forEach(type -> checkSupertype(type, context));
            known.put(List.copyOf(shapes), types);
        }
        return types;
    }

    private void requireGc(CoreRecTypeDef group, Context context) {
        boolean simple = !group.explicit()
                && group.types().stream()
                        .allMatch(type ->
                                type.form() == CoreRecTypeDef.Form.BARE && type.type() instanceof CoreTypeDef.Func);
        require(simple || features.has(Feature.GC), Feature.GC, "a type other than a function's", context);
    }

    private Shape shape(SubType type, int position, int groupSize, Context context) {
        require(
                !type.shared() || features.has(Feature.SHARED_EVERYTHING_THREADS),
                Feature.SHARED_EVERYTHING_THREADS,
                "a shared type",
                context);
        Optional<CoreRefType.HeapType> supertype = type.supertypes().stream()
                .map(index -> heapType(index.value(), position, context))
                .findFirst();
        return new Shape(
                type.form() != CoreRecTypeDef.Form.SUB,
                supertype,
                type.shared(),
                switch (type.type()) {
                    case CoreTypeDef.Func(var params, var results) ->
                        new CoreFuncType(
                                map(params, t -> valType(t, groupSize, context)),
                                map(results, t -> valType(t, groupSize, context)));
                    case CoreTypeDef.Struct(var fields) ->
                        new CoreStructType(map(fields, field -> field(field, groupSize, context)));
                    case CoreTypeDef.Array(var element) -> new CoreArrayType(field(element, groupSize, context));
                });
    }

    private CoreFieldType field(CoreTypeDef.FieldType field, int groupSize, Context context) {
        return new CoreFieldType(
                switch (field.type()) {
                    case CoreTypeDef.Packed(int bits) -> bits == 8 ? CorePackedType.I8 : CorePackedType.I16;
                    case CoreTypeDef.Unpacked(CoreValType type) -> valType(type, groupSize, context);
                },
                field.mutable());
    }

    private CoreValType valType(CoreValType type, int groupSize, Context context) {
        if (type instanceof CoreRefType(boolean nullable, CoreRefType.TypeIndex(int index))) {
            return new CoreRefType(nullable, heapType(index, groupSize, context));
        }
        return checked(type, context);
    }

    /** A defined type: one before the group, or one of the first {@code members} of it. */
    private CoreRefType.HeapType heapType(int index, int members, Context context) {
        int member = index - context.size();
        return member >= 0 && member < members
                ? new CoreRefType.TypeIndex(member)
                : new CoreRefType.DefinedHeapType(context.type(new Index.CoreType(index)));
    }

    /** A value type outside of type definitions. */
    public CoreValType resolve(CoreValType type, Context context) {
        return type instanceof CoreRefType reference ? resolve(reference, context) : type;
    }

    /** The same for a reference type. */
    public CoreRefType resolve(CoreRefType type, Context context) {
        return checked(new CoreRefType(type.nullable(), resolve(type.heapType(), context)), context);
    }

    CoreRefType.HeapType resolve(CoreRefType.HeapType type, Context context) {
        return type instanceof CoreRefType.TypeIndex(int index)
                ? new CoreRefType.DefinedHeapType(context.type(new Index.CoreType(index)))
                : type;
    }

    private <T extends CoreValType> T checked(T type, Context context) {
        if (type instanceof CoreRefType(boolean nullable, CoreRefType.AbstractHeapType(boolean shared, int code))) {
            boolean exception = code == CoreMatching.EXN || code == CoreMatching.NO_EXN;
            require(!exception || features.has(Feature.EXCEPTIONS), Feature.EXCEPTIONS, "an exception", context);
            boolean sharedIsOn = features.has(Feature.SHARED_EVERYTHING_THREADS);
            require(!shared || sharedIsOn, Feature.SHARED_EVERYTHING_THREADS, "a shared reference", context);
            boolean simple = exception || (nullable && (code == CoreMatching.FUNC || code == CoreMatching.EXTERN));
            require(simple || features.has(Feature.GC), Feature.GC, "a reference other than to a function", context);
        }
        return type;
    }

    private static void checkSupertype(CoreSubType type, Context context) {
        Optional<CoreSubType> supertype = type.supertype();
        if (supertype.isEmpty()) {
            return;
        }
        if (supertype.get().isFinal()) {
            throw context.fail(Rule.FINAL_SUPERTYPE, "a sub type cannot have a final super type");
        }
        if (supertype.get().shared() != type.shared()
                || !CoreMatching.matches(type.composite(), supertype.get().composite())) {
            throw context.fail(Rule.SUPERTYPE_MISMATCH, "this type does not match the super type that it declares");
        }
        int depth = 0;
        for (Optional<CoreSubType> up = supertype; up.isPresent(); up = up.get().supertype()) {
            depth++;
        }
        if (depth > Limits.SUBTYPING_DEPTH) {
            throw context.fail(
                    Rule.NESTING_LIMIT, "this type has more than " + Limits.SUBTYPING_DEPTH + " super types");
        }
    }

    private static void require(boolean holds, Feature feature, String what, Context context) {
        if (!holds) {
            throw context.fail(Rule.of(feature), what + " is behind the feature " + feature.text() + ", which is off");
        }
    }

    private static <T, R> List<R> map(List<T> list, Function<T, R> function) {
        return list.stream().map(function).toList();
    }
}

package dev.wasmledger.component.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A function, struct or array type of core WebAssembly: one of a recursion group. Two such types are equal where their
 * groups have equal shapes and they stand at the same place in them (core specification, "Defined Types").
 */
public final class CoreSubType implements CoreDefType {

    /**
     * A type as its recursion group describes it: references into the group are indices of the group, all others are
     * resolved.
     *
     * @param supertype a resolved type, or an index of the group
     */
    public record Shape(
            boolean isFinal, Optional<CoreRefType.HeapType> supertype, boolean shared, CoreCompositeType composite) {}

    private static final class Group {
        private final List<Shape> shapes;
        private final int hash;
        private final List<CoreSubType> members = new ArrayList<>();

        Group(List<Shape> shapes) {
            this.shapes = List.copyOf(shapes);
            this.hash = this.shapes.hashCode();
        }

        @Override
        public boolean equals(Object other) {
            return this == other || (other instanceof Group that && hash == that.hash && shapes.equals(that.shapes));
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    private final Group group;
    private final int index;
    private final Optional<CoreSubType> supertype;
    private final CoreCompositeType composite;
    private @Nullable CoreCompositeType resolved;

    private CoreSubType(Group group, int index) {
        this.group = group;
        this.index = index;
        group.members.add(this);
        Shape shape = group.shapes.get(index);
        // A supertype stands before its subtypes, and so has been made already.
        this.supertype = shape.supertype().map(type -> resolved(type));
        this.composite = shape.composite();
    }

    /** The types of a recursion group. */
    public static List<CoreSubType> group(List<Shape> shapes) {
        var group = new Group(shapes);
        for (int i = 0; i < shapes.size(); i++) {
            new CoreSubType(group, i);
        }
        return List.copyOf(group.members);
    }

    /** A function type that is a group of its own, as one without any reference to defined types is. */
    public static CoreSubType of(CoreFuncType func) {
        return group(List.of(new Shape(true, Optional.empty(), false, func))).getFirst();
    }

    public boolean isFinal() {
        return group.shapes.get(index).isFinal();
    }

    public boolean shared() {
        return group.shapes.get(index).shared();
    }

    public Optional<CoreSubType> supertype() {
        return supertype;
    }

    /** What it consists of, with every reference resolved. */
    public CoreCompositeType composite() {
        CoreCompositeType known = resolved;
        if (known == null) {
            known = resolve();
            resolved = known;
        }
        return known;
    }

    private CoreCompositeType resolve() {
        return switch (composite) {
            case CoreFuncType(var params, var results) ->
                new CoreFuncType(map(params, this::resolved), map(results, this::resolved));
            case CoreStructType(var fields) -> new CoreStructType(map(fields, this::resolved));
            case CoreArrayType(var element) -> new CoreArrayType(resolved(element));
        };
    }

    private CoreFieldType resolved(CoreFieldType field) {
        return new CoreFieldType(
                field.type() instanceof CoreValType type ? resolved(type) : field.type(), field.mutable());
    }

    private CoreValType resolved(CoreValType type) {
        return type instanceof CoreRefType(boolean nullable, CoreRefType.TypeIndex heapType)
                ? new CoreRefType(nullable, new CoreRefType.DefinedHeapType(resolved(heapType)))
                : type;
    }

    private CoreSubType resolved(CoreRefType.HeapType type) {
        return switch (type) {
            case CoreRefType.TypeIndex(int member) -> group.members.get(member);
            case CoreRefType.DefinedHeapType(CoreSubType defined) -> defined;
            case CoreRefType.AbstractHeapType heapType ->
                throw new IllegalArgumentException("a supertype is a defined type");
        };
    }

    private static <T, R> List<R> map(List<T> list, Function<T, R> function) {
        return list.stream().map(function).toList();
    }

    /** Whether it is that type or one of its subtypes. */
    public boolean isSubtypeOf(CoreSubType other) {
        return equals(other)
                || supertype.filter(type -> type.isSubtypeOf(other)).isPresent();
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof CoreSubType that && index == that.index && group.equals(that.group));
    }

    @Override
    public int hashCode() {
        return 31 * group.hash + index;
    }

    /** A word for its kind: all of it may go in circles. */
    @Override
    public String toString() {
        return switch (composite) {
            case CoreFuncType func -> "(func)";
            case CoreStructType struct -> "(struct)";
            case CoreArrayType array -> "(array)";
        };
    }
}

package dev.wasmledger.component.internal.core;

import dev.wasmledger.component.Limits;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.type.CoreArrayType;
import dev.wasmledger.component.type.CoreFieldType;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.component.type.CorePackedType;
import dev.wasmledger.component.type.CoreRefType;
import dev.wasmledger.component.type.CoreStorageType;
import dev.wasmledger.component.type.CoreStructType;
import dev.wasmledger.component.type.CoreSubType;
import dev.wasmledger.component.type.CoreValType;
import java.util.ArrayList;
import java.util.List;

/** The instructions behind the prefix 0xfb: structs, arrays, casts and i31 (core specification, "Aggregate Instructions"). */
final class GcInstructions {

    private static final CoreNumType I32 = CoreNumType.I32;

    private final ModuleSpaces module;
    private final OperandStack stack;

    GcInstructions(ModuleSpaces module, OperandStack stack) {
        this.module = module;
        this.stack = stack;
    }

    boolean validate(int opcode) {
        switch (opcode) {
            case 0, 1 -> structNew(opcode == 1);
            case 2, 3, 4 -> {
                CoreSubType type = module.type();
                CoreFieldType field = field(type);
                requirePacked(field, opcode != 2);
                stack.pop(reference(type));
                stack.push(unpacked(field.type()));
            }
            case 5 -> {
                CoreSubType type = module.type();
                CoreFieldType field = field(type);
                requireMutable(field);
                stack.pop(unpacked(field.type()));
                stack.pop(reference(type));
            }
            case 6, 7, 8, 9, 10 -> arrayNew(opcode);
            case 11, 12, 13 -> {
                CoreSubType type = module.type();
                CoreFieldType element = element(type);
                requirePacked(element, opcode != 11);
                stack.pop(I32);
                stack.pop(reference(type));
                stack.push(unpacked(element.type()));
            }
            case 14, 16 -> {
                CoreSubType type = module.type();
                CoreFieldType element = mutableElement(type);
                if (opcode == 16) {
                    stack.pop(I32);
                }
                stack.pop(unpacked(element.type()));
                stack.pop(I32);
                stack.pop(reference(type));
            }
            case 15 -> {
                stack.pop(abstractReference(true, CoreMatching.ARRAY));
                stack.push(I32);
            }
            case 17 -> arrayCopy();
            case 18, 19 -> arrayInit(opcode == 18);
            case 20, 21, 22, 23 -> cast(opcode);
            case 26 -> convert(CoreMatching.EXTERN, CoreMatching.ANY);
            case 27 -> convert(CoreMatching.ANY, CoreMatching.EXTERN);
            case 28 -> {
                stack.pop(I32);
                stack.push(abstractReference(false, CoreMatching.I31));
            }
            case 29, 30 -> {
                stack.pop(abstractReference(true, CoreMatching.I31));
                stack.push(I32);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void structNew(boolean defaults) {
        CoreSubType type = module.type();
        List<CoreValType> values = new ArrayList<>();
        for (CoreFieldType field : struct(type).fields()) {
            values.add(unpacked(field.type()));
            requireDefault(!defaults || hasDefault(field.type()));
        }
        if (!defaults) {
            stack.pop(values);
        }
        stack.push(made(type));
    }

    private void arrayNew(int opcode) {
        CoreSubType type = module.type();
        CoreFieldType element = element(type);
        switch (opcode) {
            case 6 -> {
                stack.pop(I32);
                stack.pop(unpacked(element.type()));
            }
            case 7 -> {
                requireDefault(hasDefault(element.type()));
                stack.pop(I32);
            }
            case 8 -> {
                int count = module.in.u32();
                module.require(
                        Integer.compareUnsigned(count, Limits.STRUCT_FIELDS) <= 0,
                        Rule.CORE_LIMIT,
                        "an array has at most " + Limits.STRUCT_FIELDS + " elements from the stack");
                for (int i = 0; i < count; i++) {
                    stack.pop(unpacked(element.type()));
                }
            }
            case 9 -> {
                requireNumeric(element);
                module.data();
                stack.pop(I32);
                stack.pop(I32);
            }
            default -> {
                requireElements(module.element(), element);
                stack.pop(I32);
                stack.pop(I32);
            }
        }
        stack.push(made(type));
    }

    private void arrayCopy() {
        CoreSubType to = module.type();
        CoreSubType from = module.type();
        module.require(
                CoreMatching.matches(element(from).type(), mutableElement(to).type()),
                Rule.CORE_STACK_TYPE,
                "type mismatch: the arrays hold different types");
        stack.pop(I32);
        stack.pop(I32);
        stack.pop(reference(from));
        stack.pop(I32);
        stack.pop(reference(to));
    }

    private void arrayInit(boolean data) {
        CoreSubType type = module.type();
        CoreFieldType element = mutableElement(type);
        if (data) {
            requireNumeric(element);
            module.data();
        } else {
            requireElements(module.element(), element);
        }
        stack.pop(I32);
        stack.pop(I32);
        stack.pop(I32);
        stack.pop(reference(type));
    }

    /** {@code ref.test} and {@code ref.cast}, with null allowed in the second one of each. */
    private void cast(int opcode) {
        var target = new CoreRefType(opcode % 2 == 1, module.heapType());
        stack.pop(new CoreRefType(true, CoreMatching.top(target.heapType())));
        stack.push(opcode < 22 ? I32 : target);
    }

    private void convert(int from, int to) {
        CoreRefType found = stack.popReference();
        boolean nullable = found == null || found.nullable();
        boolean shared = found != null
                && CoreMatching.top(found.heapType()) instanceof CoreRefType.AbstractHeapType top
                && top.shared();
        if (found != null) {
            module.require(
                    CoreMatching.matches(found, new CoreRefType(true, new CoreRefType.AbstractHeapType(shared, from))),
                    Rule.CORE_STACK_TYPE,
                    "type mismatch: this reference is of another hierarchy");
        }
        stack.push(new CoreRefType(nullable, new CoreRefType.AbstractHeapType(shared, to)));
    }

    private CoreStructType struct(CoreSubType type) {
        if (type.composite() instanceof CoreStructType struct) {
            return struct;
        }
        throw module.fail(Rule.CORE_TYPE_KIND, "this type is " + type + ", not a struct type");
    }

    private CoreFieldType field(CoreSubType type) {
        return module.get(struct(type).fields(), module.in.u32(), "field");
    }

    private CoreFieldType element(CoreSubType type) {
        if (type.composite() instanceof CoreArrayType array) {
            return array.element();
        }
        throw module.fail(Rule.CORE_TYPE_KIND, "this type is " + type + ", not an array type");
    }

    private CoreFieldType mutableElement(CoreSubType type) {
        CoreFieldType element = element(type);
        requireMutable(element);
        return element;
    }

    private void requireMutable(CoreFieldType field) {
        module.require(field.mutable(), Rule.CORE_IMMUTABLE, "this field or array is immutable");
    }

    private void requirePacked(CoreFieldType field, boolean packed) {
        module.require(
                field.type() instanceof CorePackedType == packed,
                Rule.CORE_TYPE_KIND,
                packed ? "this field or array is not packed" : "this field or array is packed, and its sign unknown");
    }

    private void requireNumeric(CoreFieldType element) {
        module.require(
                !(element.type() instanceof CoreRefType), Rule.CORE_TYPE_KIND, "data is for arrays of numbers alone");
    }

    private void requireElements(CoreRefType segment, CoreFieldType element) {
        module.require(
                CoreMatching.matches((CoreStorageType) segment, element.type()),
                Rule.CORE_STACK_TYPE,
                "type mismatch: the array holds other references");
    }

    private void requireDefault(boolean has) {
        module.require(has, Rule.CORE_DEFAULT, "a reference that is never null has no default");
    }

    private static boolean hasDefault(CoreStorageType type) {
        return !(type instanceof CoreRefType reference) || reference.nullable();
    }

    private static CoreValType unpacked(CoreStorageType type) {
        return type instanceof CoreValType value ? value : I32;
    }

    private static CoreRefType reference(CoreSubType type) {
        return new CoreRefType(true, new CoreRefType.DefinedHeapType(type));
    }

    private static CoreRefType made(CoreSubType type) {
        return new CoreRefType(false, new CoreRefType.DefinedHeapType(type));
    }

    private static CoreRefType abstractReference(boolean nullable, int code) {
        return new CoreRefType(nullable, new CoreRefType.AbstractHeapType(false, code));
    }
}

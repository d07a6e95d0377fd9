package dev.wasmledger.integration.abi;

import dev.wasmledger.component.type.EnumType;
import dev.wasmledger.component.type.FlagsType;
import dev.wasmledger.component.type.ListType;
import dev.wasmledger.component.type.MapType;
import dev.wasmledger.component.type.OptionType;
import dev.wasmledger.component.type.PrimValType;
import dev.wasmledger.component.type.ResultType;
import dev.wasmledger.component.type.TupleType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.runtime.dynamic.Val;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values as generated bindings have them, by reflection, so that no generated code has to be known. */
final class BoundValues {

    private BoundValues() {}

    /** The Java object for a value, of that Java type. */
    static Object toJava(Val value, ValType type, Type java) {
        return switch (type) {
            case PrimValType prim -> scalar(value);
            case FlagsType flags -> construct(raw(java), bits(AbiValues.bits(value, flags), raw(java)));
            case EnumType enums ->
                raw(java).getEnumConstants()[AbiValues.chosen(value, type).index()];
            case OptionType(ValType some) ->
                AbiValues.chosen(value, type).payload().map(one -> toJava(one, some, argument(java, 0)));
            case ResultType(var ok, var error) -> {
                AbiValues.Chosen chosen = AbiValues.chosen(value, type);
                Type payload = argument(java, chosen.index());
                Object inner = chosen.payload()
                        .<Object>map(one -> toJava(one, (chosen.index() == 0 ? ok : error).orElseThrow(), payload))
                        .orElseGet(() -> raw(payload).getEnumConstants()[0]);
                yield construct(raw(java).getPermittedSubclasses()[chosen.index()], inner);
            }
            case ListType(ValType element, var length) -> list(((Val.ListOf) value).elements(), element, java);
            case MapType map -> map((Val.MapOf) value, map, java);
            default -> AbiTypes.fields(type).isPresent() ? fields(value, type, java) : variant(value, type, java);
        };
    }

    /** The value that a Java object of that Java type stands for. */
    static Val toVal(Object object, ValType type, Type java) {
        return switch (type) {
            case PrimValType(var primitive) ->
                switch (primitive) {
                    case BOOL -> new Val.Bool((Boolean) object);
                    case S8 -> new Val.S8((Byte) object);
                    case U8 -> new Val.U8((Byte) object);
                    case S16 -> new Val.S16((Short) object);
                    case U16 -> new Val.U16((Short) object);
                    case S32 -> new Val.S32((Integer) object);
                    case U32 -> new Val.U32((Integer) object);
                    case S64 -> new Val.S64((Long) object);
                    case U64 -> new Val.U64((Long) object);
                    case F32 -> new Val.F32((Float) object);
                    case F64 -> new Val.F64((Double) object);
                    case CHAR -> new Val.Char((Integer) object);
                    case STRING -> new Val.Str((String) object);
                    case ERROR_CONTEXT -> throw new IllegalArgumentException("not a value of this test");
                };
            case FlagsType flags -> AbiValues.ofBits(((Number) component(object, 0)).longValue(), flags);
            case EnumType enums ->
                AbiValues.ofCase(Arrays.asList(raw(java).getEnumConstants()).indexOf(object), Optional.empty(), type);
            case OptionType(ValType some) ->
                new Val.Option(((Optional<?>) object).map(one -> toVal(one, some, argument(java, 0))));
            case ResultType(var ok, var error) -> {
                int index = indexOf(object.getClass(), raw(java));
                yield new Val.Result(
                        index == 0,
                        (index == 0 ? ok : error).map(one -> toVal(component(object, 0), one, argument(java, index))));
            }
            case ListType(ValType element, var length) -> new Val.ListOf(elements(object, element, java));
            case MapType map ->
                new Val.MapOf(((Map<?, ?>) object)
                        .entrySet().stream()
                                .map(entry -> new Val.Entry(
                                        toVal(entry.getKey(), map.key(), argument(java, 0)),
                                        toVal(entry.getValue(), map.value(), argument(java, 1))))
                                .toList());
            default -> {
                if (AbiTypes.fields(type).isPresent()) {
                    yield fields(object, type, java);
                }
                int index = indexOf(object.getClass(), raw(java));
                Optional<ValType> payload = AbiTypes.cases(type).orElseThrow().get(index);
                yield AbiValues.ofCase(
                        index,
                        payload.map(one -> toVal(
                                component(object, 0),
                                one,
                                object.getClass().getRecordComponents()[0].getGenericType())),
                        type);
            }
        };
    }

    private static Object fields(Val value, ValType type, Type java) {
        List<ValType> types = AbiTypes.fields(type).orElseThrow();
        List<Val> values = AbiValues.fields(value, type);
        Object[] arguments = new Object[types.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = toJava(values.get(i), types.get(i), fieldType(type, java, i));
        }
        return construct(raw(java), arguments);
    }

    private static Val fields(Object object, ValType type, Type java) {
        List<ValType> types = AbiTypes.fields(type).orElseThrow();
        var values = new ArrayList<Val>();
        for (int i = 0; i < types.size(); i++) {
            values.add(toVal(component(object, i), types.get(i), fieldType(type, java, i)));
        }
        return AbiValues.ofFields(values, type);
    }

    private static Type fieldType(ValType type, Type java, int index) {
        return type instanceof TupleType
                ? argument(java, index)
                : raw(java).getRecordComponents()[index].getGenericType();
    }

    private static Object variant(Val value, ValType type, Type java) {
        AbiValues.Chosen chosen = AbiValues.chosen(value, type);
        Class<?> one = raw(java).getPermittedSubclasses()[chosen.index()];
        ValType payload = AbiTypes.cases(type).orElseThrow().get(chosen.index()).orElse(null);
        return payload == null
                ? construct(one)
                : construct(
                        one,
                        toJava(chosen.payload().orElseThrow(), payload, one.getRecordComponents()[0].getGenericType()));
    }

    private static Object map(Val.MapOf value, MapType type, Type java) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (Val.Entry entry : value.entries()) {
            map.put(
                    toJava(entry.key(), type.key(), argument(java, 0)),
                    toJava(entry.value(), type.value(), argument(java, 1)));
        }
        return map;
    }

    private static Object list(List<Val> elements, ValType element, Type java) {
        if (!raw(java).isArray()) {
            List<Object> objects = elements.stream()
                    .map(one -> toJava(one, element, argument(java, 0)))
                    .toList();
            return java instanceof Class<?> view ? copyOf(view, objects) : objects;
        }
        Class<?> component = raw(java).componentType();
        Object array = Array.newInstance(component, elements.size());
        for (int i = 0; i < elements.size(); i++) {
            Array.set(array, i, toJava(elements.get(i), element, component));
        }
        return array;
    }

    /** A list of records of a fixed size has a class of its own. */
    private static Object copyOf(Class<?> view, List<Object> objects) {
        try {
            return view.getMethod("copyOf", Collection.class).invoke(null, objects);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("generated list " + view, e);
        }
    }

    private static List<Val> elements(Object object, ValType element, Type java) {
        var elements = new ArrayList<Val>();
        if (object instanceof List<?> list) {
            list.forEach(one -> elements.add(toVal(one, element, argument(java, 0))));
        } else {
            for (int i = 0; i < Array.getLength(object); i++) {
                elements.add(toVal(Array.get(object, i), element, raw(java).componentType()));
            }
        }
        return elements;
    }

    private static Object scalar(Val value) {
        return switch (value) {
            case Val.Bool(boolean v) -> v;
            case Val.S8(byte v) -> v;
            case Val.U8(byte v) -> v;
            case Val.S16(short v) -> v;
            case Val.U16(short v) -> v;
            case Val.S32(int v) -> v;
            case Val.U32(int v) -> v;
            case Val.S64(long v) -> v;
            case Val.U64(long v) -> v;
            case Val.F32(float v) -> v;
            case Val.F64(double v) -> v;
            case Val.Char(int v) -> v;
            case Val.Str(String v) -> v;
            default -> throw new IllegalArgumentException("no scalar: " + value);
        };
    }

    private static Object bits(int bits, Class<?> flags) {
        Class<?> type = flags.getRecordComponents()[0].getType();
        return type == byte.class ? (Object) (byte) bits : type == short.class ? (Object) (short) bits : (Object) bits;
    }

    private static int indexOf(Class<?> one, Class<?> sealed) {
        return Arrays.asList(sealed.getPermittedSubclasses()).indexOf(one);
    }

    private static Class<?> raw(Type java) {
        return java instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : (Class<?>) java;
    }

    private static Type argument(Type java, int index) {
        Type generic = java instanceof Class<?> view ? view.getGenericSuperclass() : java;
        return ((ParameterizedType) generic).getActualTypeArguments()[index];
    }

    private static Object construct(Class<?> record, Object... arguments) {
        try {
            Class<?>[] types = Arrays.stream(record.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<?> constructor = record.getDeclaredConstructor(types);
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("generated record " + record, e);
        }
    }

    private static Object component(Object record, int index) {
        try {
            return record.getClass().getRecordComponents()[index].getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("generated record " + record, e);
        }
    }
}

package dev.wasmledger.runtime.internal.adapter;

import static org.objectweb.asm.Opcodes.*;

import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.component.type.ValType;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;

/** The methods of a generated adapter that carry values from memory to memory, one for each type that needs one. */
final class MemoryMethods {

    private static final String VALUE_DESCRIPTOR = "(II)V";
    private static final String ELEMENTS_DESCRIPTOR = "(III)V";

    private final ClassWriter writer;
    private final String className;
    private final Map<ResourceType, Integer> resources;
    private final Map<Method, String> names = new HashMap<>();
    private final Queue<Method> unwritten = new ArrayDeque<>();

    /** Carries one value, or with a count, several that lie side by side. */
    record Method(Direction direction, ValType type, boolean counted) {
        String descriptor() {
            return counted ? ELEMENTS_DESCRIPTOR : VALUE_DESCRIPTOR;
        }
    }

    MemoryMethods(ClassWriter writer, String className, Map<ResourceType, Integer> resources) {
        this.writer = writer;
        this.className = className;
        this.resources = resources;
    }

    /** Takes the addresses to carry from and to. */
    Method forValue(Direction direction, ValType type) {
        return method(new Method(direction, type, false));
    }

    /** Takes the addresses to carry from and to, and the number of elements. */
    Method forElements(Direction direction, ValType element) {
        return method(new Method(direction, element, true));
    }

    /** Calls the method with {@code this} and its arguments on the stack. */
    void call(Emitter emitter, Method method) {
        String name = names.get(method);
        emitter.code.visitMethodInsn(INVOKEVIRTUAL, className, name, method.descriptor(), false);
    }

    /** Writes all methods that were asked for, and those that they ask for. */
    void write() {
        for (Method method = unwritten.poll(); method != null; method = unwritten.poll()) {
            write(method);
        }
    }

    private Method method(Method method) {
        if (!names.containsKey(method)) {
            names.put(method, "carry" + names.size());
            unwritten.add(method);
        }
        return method;
    }

    private void write(Method method) {
        MethodVisitor code = writer.visitMethod(ACC_PRIVATE, names.get(method), method.descriptor(), null, null);
        code.visitCode();
        var emitter = new Emitter(code, className, method.counted ? 4 : 3);
        var values = new ValueEmitter(emitter, method.direction, this, resources);
        if (method.counted) {
            values.elements(method.type, 1, 2, 3);
        } else {
            values.parts(method.type, new Place.Memory(1, 0), new Place.Memory(2, 0));
        }
        code.visitInsn(RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}

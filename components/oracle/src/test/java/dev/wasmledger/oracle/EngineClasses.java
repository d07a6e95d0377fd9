package dev.wasmledger.oracle;

import dev.wasmledger.oracle.bindings.wasmledger.host.clock.Clock;
import dev.wasmledger.oracle.bindings.wasmledger.host.events.Events;
import dev.wasmledger.oracle.bindings.wasmledger.host.state.State;
import dev.wasmledger.oracle.bindings.wasmledger.ledger.ledger.Ledger;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * The engine's classes as the component is made of them, but at home on the JVM: its values are those of the host's bindings,
 * and what it imports (static functions in a guest) is answered by objects. Each loader holds classes of its own, and so an
 * engine of its own.
 */
final class EngineClasses extends ClassLoader {

    private static final String ENGINE = "dev.wasmledger.components.engine.";
    private static final String GUEST = "dev/wasmledger/components/engine/bindings/wasmledger/";
    private static final String HOST = "dev/wasmledger/oracle/bindings/wasmledger/";
    private static final Map<String, Class<?>> IMPORTS = Map.of(
            GUEST + "host/state/State", State.class,
            GUEST + "host/clock/Clock", Clock.class,
            GUEST + "host/events/Events", Events.class);

    /** What is done to the bytes of a class before it is loaded, by its internal name. */
    private final BiFunction<String, byte[], byte[]> change;

    EngineClasses(BiFunction<String, byte[], byte[]> change) {
        super(EngineClasses.class.getClassLoader());
        this.change = change;
    }

    /** An engine over tables of its own. It is a new one for each command, so that nothing is remembered but the tables. */
    Side side() {
        State state = new MemoryState();
        return new Side((clock, events) -> () -> engine(state, clock::getAsLong, events::accept));
    }

    private Ledger engine(State state, Clock clock, Events events) {
        try {
            for (var imported : IMPORTS.entrySet()) {
                Object answers = imported.getValue() == State.class
                        ? state
                        : imported.getValue() == Clock.class ? clock : events;
                loadClass(imported.getKey().replace('/', '.')).getField("host").set(null, answers);
            }
            return (Ledger) loadClass(ENGINE + "Engine").getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bytes of one of the engine's own classes. */
    static byte[] bytes(String internalName) {
        try (InputStream bytes = EngineClasses.class.getResourceAsStream("/" + internalName + ".class")) {
            return Optional.ofNullable(bytes)
                    .orElseThrow(() -> new IllegalArgumentException("no class " + internalName))
                    .readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(ENGINE)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name, name.replace('.', '/'));
        }
    }

    private Class<?> define(String name, String internalName) {
        Class<?> imported = IMPORTS.get(internalName);
        byte[] bytes = imported == null
                ? atHome(change.apply(internalName, bytes(internalName)))
                : forwarding(internalName, imported);
        return defineClass(name, bytes, 0, bytes.length);
    }

    private static byte[] atHome(byte[] bytes) {
        ClassWriter writer = new ClassWriter(0);
        ClassVisitor remapper = new ClassRemapper(writer, new Remapper(Opcodes.ASM9) {
            @Override
            public String map(String internalName) {
                return internalName.startsWith(GUEST) && !IMPORTS.containsKey(internalName)
                        ? HOST + internalName.substring(GUEST.length())
                        : internalName;
            }
        });
        new ClassReader(bytes).accept(remapper, 0);
        return writer.toByteArray();
    }

    /** A class with a static method for each function of an interface, and the object that answers them. */
    private static byte[] forwarding(String internalName, Class<?> imported) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V21, Opcodes.ACC_PUBLIC, internalName, null, "java/lang/Object", null);
        String owner = Type.getInternalName(imported);
        writer.visitField(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "host", Type.getDescriptor(imported), null, null);
        for (Method function : imported.getMethods()) {
            if (Modifier.isAbstract(function.getModifiers())) {
                String descriptor = Type.getMethodDescriptor(function);
                MethodVisitor code = writer.visitMethod(
                        Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, function.getName(), descriptor, null, null);
                code.visitCode();
                code.visitFieldInsn(Opcodes.GETSTATIC, internalName, "host", Type.getDescriptor(imported));
                int local = 0;
                for (Type argument : Type.getArgumentTypes(descriptor)) {
                    code.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), local);
                    local += argument.getSize();
                }
                code.visitMethodInsn(Opcodes.INVOKEINTERFACE, owner, function.getName(), descriptor, true);
                code.visitInsn(Type.getReturnType(descriptor).getOpcode(Opcodes.IRETURN));
                code.visitMaxs(0, 0);
                code.visitEnd();
            }
        }
        writer.visitEnd();
        return writer.toByteArray();
    }
}

package dev.wasmledger.bindgen;

import dev.wasmledger.runtime.Trap;
import dev.wasmledger.runtime.abi.BoundInterface;
import dev.wasmledger.runtime.abi.CanonicalOptions;
import dev.wasmledger.runtime.abi.CoreFunction;
import dev.wasmledger.runtime.abi.ExportBinder;
import dev.wasmledger.runtime.abi.ExportCall;
import dev.wasmledger.runtime.abi.ImportBinder;
import dev.wasmledger.runtime.abi.LinearMemory;
import dev.wasmledger.runtime.abi.StringEncoding;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * An instance whose exports are its imports: what a host's binding lowers for a call comes out of the other binding, over
 * the same core values and the same memory.
 */
public final class Loopback implements ExportBinder, ImportBinder {

    private final Map<String, Object> provided = new HashMap<>();
    private final FakeMemory memory = new FakeMemory();
    private final StringEncoding encoding;

    /** Calls that were entered and not left. */
    private int open;

    /** Calls of post-return functions. */
    private int postReturns;

    public Loopback(StringEncoding encoding) {
        this.encoding = encoding;
    }

    public int open() {
        return open;
    }

    public int postReturns() {
        return postReturns;
    }

    public CanonicalOptions options() {
        return new Call();
    }

    public LinearMemory memory() {
        return memory;
    }

    @Override
    public <C> void provide(String name, Class<C> core, C implementation) {
        provided.put(name, implementation);
    }

    @Override
    public <T> void provideResource(String name, String resource, Class<T> type, Consumer<? super T> destructor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <C> BoundInterface<C> bind(String name, Class<C> core) {
        Object target = provided.get(name);
        Object proxy =
                Proxy.newProxyInstance(core.getClassLoader(), new Class<?>[] {core}, (self, method, arguments) -> {
                    if (!method.isAnnotationPresent(CoreFunction.class)) {
                        postReturns++;
                        return null;
                    }
                    return call(target, method, arguments == null ? new Object[0] : arguments);
                });
        return new BoundInterface<>() {
            @Override
            public C core() {
                return core.cast(proxy);
            }

            @Override
            public ExportCall call(String function) {
                return new Call();
            }
        };
    }

    /** Calls the import of the same name; where that returns through memory, in an area that is made for it. */
    private Object call(Object target, Method export, Object[] arguments) throws Throwable {
        Method answer = Arrays.stream(target.getClass().getMethods())
                .filter(m -> m.getName().equals(export.getName()) && !m.isBridge())
                .findFirst()
                .orElseThrow();
        answer.setAccessible(true);
        Object[] values = new Object[answer.getParameterCount()];
        values[0] = new Call();
        System.arraycopy(arguments, 0, values, 1, arguments.length);
        int area = values.length == arguments.length + 2 ? memory.allocate(256, 8) : -1;
        if (area >= 0) {
            values[values.length - 1] = area;
        }
        try {
            Object result = answer.invoke(target, values);
            return area >= 0 ? Integer.valueOf(area) : result;
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private final class Call implements ExportCall, CanonicalOptions {

        @Override
        public void enter() {
            open++;
        }

        @Override
        public void leave() {
            open--;
        }

        @Override
        public RuntimeException abandon(RuntimeException thrown) {
            open--;
            return thrown;
        }

        @Override
        public Object liftOwn(String resource, int handle) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Object liftBorrow(String resource, int handle) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int lowerOwn(String resource, Object value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int lowerBorrow(String resource, Object value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public LinearMemory memory() {
            return memory;
        }

        @Override
        public StringEncoding stringEncoding() {
            return encoding;
        }

        @Override
        public int realloc(int oldPointer, int oldSize, int alignment, int newSize) {
            int pointer = memory.allocate(newSize, alignment);
            byte[] kept = new byte[Math.min(oldSize, newSize)];
            memory.read(oldPointer, kept, 0, kept.length);
            memory.write(pointer, kept, 0, kept.length);
            return pointer;
        }

        @Override
        public Trap trap(String reason) {
            return memory.trap(reason);
        }
    }

    /** A megabyte that is given away from its start. */
    private static final class FakeMemory extends LinearMemory {

        private final ByteBuffer bytes = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
        private int next = 16;

        int allocate(int size, int alignment) {
            int pointer = (next + alignment - 1) & -alignment;
            next = pointer + size;
            // What was there before must not be taken for what was written.
            Arrays.fill(bytes.array(), pointer, next, (byte) 0xa5);
            return pointer;
        }

        @Override
        public long byteSize() {
            return bytes.capacity();
        }

        @Override
        public byte getByte(int address) {
            return bytes.get(address);
        }

        @Override
        public short getShort(int address) {
            return bytes.getShort(address);
        }

        @Override
        public int getInt(int address) {
            return bytes.getInt(address);
        }

        @Override
        public long getLong(int address) {
            return bytes.getLong(address);
        }

        @Override
        public float getFloat(int address) {
            return bytes.getFloat(address);
        }

        @Override
        public double getDouble(int address) {
            return bytes.getDouble(address);
        }

        @Override
        public void putByte(int address, byte value) {
            bytes.put(address, value);
        }

        @Override
        public void putShort(int address, short value) {
            bytes.putShort(address, value);
        }

        @Override
        public void putInt(int address, int value) {
            bytes.putInt(address, value);
        }

        @Override
        public void putLong(int address, long value) {
            bytes.putLong(address, value);
        }

        @Override
        public void putFloat(int address, float value) {
            bytes.putFloat(address, value);
        }

        @Override
        public void putDouble(int address, double value) {
            bytes.putDouble(address, value);
        }

        @Override
        public void read(int address, byte[] target, int offset, int length) {
            bytes.get(address, target, offset, length);
        }

        @Override
        public void write(int address, byte[] source, int offset, int length) {
            bytes.put(address, source, offset, length);
        }

        @Override
        public Trap trap(String reason) {
            return new Trap(reason);
        }
    }
}

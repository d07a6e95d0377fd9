package dev.wasmledger.ledger.internal.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.wasmledger.ledger.bindings.wasmledger.host.state.StateImport;
import dev.wasmledger.ledger.internal.table.TableStore;
import dev.wasmledger.runtime.Trap;
import dev.wasmledger.runtime.abi.CanonicalOptions;
import dev.wasmledger.runtime.abi.LinearMemory;
import dev.wasmledger.runtime.abi.StringEncoding;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way between memory and tables does what the generated bindings do with records. */
class DirectStateTest {

    private static final int MEMORY_BYTES = 8192;
    /** What is given to {@code realloc} lies above whatever calls point to. */
    private static final int HEAP = MEMORY_BYTES / 2;

    /** For each kind of call, the table that it is meant for, and how large the elements are of the list that it is given. */
    private static final int[] TABLES = {0, 0, 1, 1, 2, 2, 0, 0, 1, 1, 2};

    private static final int[] ELEMENT_BYTES = {0, 0, 0, 0, 0, 0, 16, 80, 16, 144, 88};

    /** One way to the tables, with the memory of the component that takes it. */
    private static final class Way {
        private final TableStore store = new TableStore();
        private final Scope scope = new Scope();
        private final Memory memory = new Memory();
        private final StateImport.Core core;

        Way(boolean direct) {
            InstanceState state = new InstanceState("engine", store, scope);
            core = direct ? new DirectState(state) : new StateImport.Answering(state);
            state.openHashed8("eight");
            state.openHashed16("sixteen");
            state.openOrdered8("ordered");
            scope.beginCommand(1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void answersAsTheBindingsDo(long seed) {
        Way direct = new Way(true);
        Way bindings = new Way(false);
        for (int i = 0; i < 5_000; i++) {
            long step = seed * 1_000_000 + i;
            Throwable one = catchThrowable(() -> call(direct, new Random(step)));
            Throwable other = catchThrowable(() -> call(bindings, new Random(step)));
            assertThat(String.valueOf(one)).isEqualTo(String.valueOf(other));
            assertThat(direct.memory.bytes).isEqualTo(bindings.memory.bytes);
            if (one != null) {
                direct.store.drop();
                bindings.store.drop();
            } else if (i % 10 == 0) {
                direct.store.keep();
                bindings.store.keep();
            }
        }
        direct.store.drop();
        bindings.store.drop();
        assertThat(direct.store.digest()).isEqualTo(bindings.store.digest());
    }

    /** One call; sometimes to another kind of table or none, to a pointer that is not aligned or beyond the memory. */
    private static void call(Way way, Random random) {
        int kind = random.nextInt(11);
        int table = random.nextInt(50) == 0 ? random.nextInt(5) : TABLES[kind];
        int pointer = random.nextInt(HEAP / Long.BYTES - 20) * Long.BYTES;
        pointer += random.nextInt(50) == 0 ? 1 : 0;
        pointer += random.nextInt(50) == 0 ? MEMORY_BYTES : 0;
        if (random.nextInt(50) == 0) {
            way.scope.endCommand();
        }
        long low = random.nextLong(-2, 3);
        long high = random.nextLong(-2, 3);
        long[] f = random.longs(8).toArray();
        Memory memory = way.memory;
        switch (kind) {
            case 0 -> way.core.get8(memory, table, low, high, pointer);
            case 1 -> way.core.put8(memory, table, low, high, f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7]);
            case 2 -> way.core.get16(memory, table, low, high, pointer);
            case 3 -> {
                if (pointer < MEMORY_BYTES && pointer % Long.BYTES == 0) {
                    memory.bytes
                            .putInt(pointer, table)
                            .putLong(pointer + 8, low)
                            .putLong(pointer + 16, high);
                }
                way.core.put16(memory, pointer);
            }
            case 4 -> way.core.getOrdered8(memory, table, low, high, f[0] & 1, pointer);
            case 5 ->
                way.core.putOrdered8(
                        memory, table, low, high, f[0] & 1, f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7]);
            default -> many(way, kind, table, pointer, random);
        }
        way.scope.beginCommand(1);
    }

    /** One call with a list of a few keys or rows. */
    private static void many(Way way, int kind, int table, int pointer, Random random) {
        Memory memory = way.memory;
        int count = random.nextInt(50) == 0 ? Integer.MAX_VALUE : random.nextInt(5);
        int size = ELEMENT_BYTES[kind];
        for (int i = 0; pointer % Long.BYTES == 0 && i < count && pointer + (i + 1) * size <= HEAP; i++) {
            for (int at = 0; at < size; at += Long.BYTES) {
                memory.bytes.putLong(pointer + i * size + at, at < 24 ? random.nextLong(-2, 3) : random.nextLong());
            }
        }
        switch (kind) {
            case 6 -> way.core.getMany8(memory, table, pointer, count, random.nextInt(100));
            case 7 -> way.core.putMany8(memory, table, pointer, count);
            case 8 -> way.core.getMany16(memory, table, pointer, count, random.nextInt(100));
            case 9 -> way.core.putMany16(memory, table, pointer, count);
            default -> way.core.putManyOrdered8(memory, table, pointer, count);
        }
    }

    /** A memory, and the options of a component that has nothing else. */
    private static final class Memory extends LinearMemory implements CanonicalOptions {
        private final ByteBuffer bytes = ByteBuffer.allocate(MEMORY_BYTES).order(ByteOrder.LITTLE_ENDIAN);

        @Override
        public LinearMemory memory() {
            return this;
        }

        @Override
        public long byteSize() {
            return MEMORY_BYTES;
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

        @Override
        public StringEncoding stringEncoding() {
            return StringEncoding.UTF8;
        }

        @Override
        public int realloc(int oldPointer, int oldSize, int alignment, int newSize) {
            return HEAP;
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
    }
}

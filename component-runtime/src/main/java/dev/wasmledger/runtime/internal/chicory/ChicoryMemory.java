package dev.wasmledger.runtime.internal.chicory;

import com.dylibso.chicory.runtime.ConstantEvaluators;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.UninstantiableException;
import com.dylibso.chicory.wasm.types.ActiveDataSegment;
import com.dylibso.chicory.wasm.types.DataSegment;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import com.dylibso.chicory.wasm.types.PassiveDataSegment;
import dev.wasmledger.runtime.Limits;
import dev.wasmledger.runtime.internal.core.ArrayMemory;
import dev.wasmledger.runtime.internal.core.TrapSite;
import java.util.Arrays;

/** Our flat memory as the engine's compiled code and interpreter use it. */
@SuppressWarnings("removal") // The interface still has the methods that it will drop, and they are abstract.
final class ChicoryMemory extends ArrayMemory implements Memory {

    private final int initialPages;
    private final int maximumPages;
    private final int pagesAllowed;
    private DataSegment[] dataSegments = {};

    /**
     * @param limits what the module declares
     * @param pagesAllowed growing beyond this many traps
     */
    ChicoryMemory(MemoryLimits limits, int pagesAllowed, TrapSite site) {
        super(limits.initialPages(), site);
        this.initialPages = limits.initialPages();
        this.maximumPages = Math.min(limits.maximumPages(), Limits.MAX_MEMORY_PAGES);
        this.pagesAllowed = pagesAllowed;
    }

    @Override
    public int pages() {
        return bytes().length / ArrayMemory.PAGE_SIZE;
    }

    @Override
    public int grow(int pages) {
        int before = pages();
        if (pages < 0 || pages > maximumPages - before) {
            return -1;
        }
        if (pages > pagesAllowed - before) {
            throw trap("memory limit of " + pagesAllowed + " pages exceeded: " + (before + pages) + " are asked for");
        }
        return pages == 0 || resize(before + pages) ? before : -1;
    }

    @Override
    public int initialPages() {
        return initialPages;
    }

    @Override
    public int maximumPages() {
        return maximumPages;
    }

    @Override
    public boolean shared() {
        return false;
    }

    @Override
    public Object lock(int address) {
        return this;
    }

    @Override
    public int waitOn(int address, int expected, long timeout) {
        throw new UnsupportedOperationException("expected shared memory");
    }

    @Override
    public int waitOn(int address, long expected, long timeout) {
        throw new UnsupportedOperationException("expected shared memory");
    }

    @Override
    public int notify(int address, int maxThreads) {
        return 0;
    }

    @Override
    public void initialize(Instance instance, DataSegment[] segments) {
        initialize(instance, segments, 0);
    }

    @Override
    public void initialize(Instance instance, DataSegment[] segments, int memoryIndex) {
        // An importer without segments must not take away those of the module that owns the memory.
        if (segments.length > 0) {
            dataSegments = segments;
        }
        for (DataSegment segment : segments) {
            if (segment instanceof ActiveDataSegment active && active.index() == memoryIndex) {
                int offset = (int) ConstantEvaluators.computeConstantValue(instance, active.offsetInstructions())[0];
                byte[] data = active.data();
                if (!contains(offset, data.length)) {
                    throw new UninstantiableException("out of bounds memory access: data segment of " + data.length
                            + " bytes at " + Integer.toUnsignedString(offset));
                }
                write(offset, data, 0, data.length);
            }
        }
    }

    @Override
    public void initPassiveSegment(int segment, int destination, int offset, int size) {
        // Core spec, memory.init: active segments count as dropped once the instance is initialised.
        byte[] data = dataSegments[segment] instanceof PassiveDataSegment passive ? passive.data() : new byte[0];
        if (Integer.toUnsignedLong(offset) + Integer.toUnsignedLong(size) > data.length) {
            throw new UninstantiableException(
                    "out of bounds memory access: data segment " + segment + " has " + data.length + " bytes");
        }
        write(destination, data, offset, size);
    }

    @Override
    public void drop(int segment) {
        dataSegments[segment] = PassiveDataSegment.EMPTY;
    }

    @Override
    public byte read(int address) {
        return getByte(address);
    }

    @Override
    public byte[] readBytes(int address, int length) {
        requireContains(address, length);
        return Arrays.copyOfRange(bytes(), address, address + length);
    }

    @Override
    public void writeI32(int address, int value) {
        putInt(address, value);
    }

    @Override
    public int readInt(int address) {
        return getInt(address);
    }

    @Override
    public void writeLong(int address, long value) {
        putLong(address, value);
    }

    @Override
    public long readLong(int address) {
        return getLong(address);
    }

    @Override
    public void writeShort(int address, short value) {
        putShort(address, value);
    }

    @Override
    public short readShort(int address) {
        return getShort(address);
    }

    @Override
    public long readU16(int address) {
        return Short.toUnsignedLong(getShort(address));
    }

    @Override
    public void writeByte(int address, byte value) {
        putByte(address, value);
    }

    @Override
    public void writeF32(int address, float value) {
        putFloat(address, value);
    }

    @Override
    public long readF32(int address) {
        return getInt(address);
    }

    @Override
    public float readFloat(int address) {
        return getFloat(address);
    }

    @Override
    public void writeF64(int address, double value) {
        putDouble(address, value);
    }

    @Override
    public double readDouble(int address) {
        return getDouble(address);
    }

    @Override
    public long readF64(int address) {
        return getLong(address);
    }

    @Override
    public void zero() {
        // The engine asks for it before the first use of a memory, and a new array is zero.
    }

    @Override
    public void fill(byte value, int from, int to) {
        requireContains(from, to - from);
        Arrays.fill(bytes(), from, to, value);
    }

    @Override
    public void copy(int destination, int source, int size) {
        requireContains(source, size);
        requireContains(destination, size);
        System.arraycopy(bytes(), source, bytes(), destination, size);
    }
}

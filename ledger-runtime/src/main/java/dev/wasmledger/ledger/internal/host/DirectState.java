package dev.wasmledger.ledger.internal.host;

import dev.wasmledger.ledger.bindings.wasmledger.host.state.StateImport;
import dev.wasmledger.ledger.internal.table.HashedTable;
import dev.wasmledger.ledger.internal.table.OrderedTable;
import dev.wasmledger.ledger.internal.table.TableKind;
import dev.wasmledger.runtime.abi.CanonicalOptions;
import dev.wasmledger.runtime.abi.Checks;
import dev.wasmledger.runtime.abi.LinearMemory;
import dev.wasmledger.runtime.abi.Lists;
import dev.wasmledger.runtime.abi.Slice;

/**
 * The state capability at the level of core calls. Every transfer reads and writes several rows: those go straight between a
 * component's memory and the pages of its tables. All else is left to {@link InstanceState}.
 */
public final class DirectState extends StateImport.Answering {

    private static final int ALIGNMENT = Long.BYTES;
    /** Where an option has its row: behind the discriminant, aligned. */
    private static final int ROW = Long.BYTES;
    /** Where the arguments of {@code put16}, too many to be passed as they are, have the parts of their key, and their row. */
    private static final int ARGUMENT_LOW = Long.BYTES;

    private static final int ARGUMENT_HIGH = 2 * Long.BYTES;
    private static final int ARGUMENT_ROW = 3 * Long.BYTES;
    /** Where the elements of lists have their row: behind a key. */
    private static final int HASHED_KEY = 2 * Long.BYTES;

    private static final int ORDERED_KEY = 3 * Long.BYTES;

    private final InstanceState state;

    public DirectState(InstanceState state) {
        super(state);
        this.state = state;
    }

    @Override
    public void get8(CanonicalOptions options, int table, long keyLow, long keyHigh, int returnArea) {
        Checks.aligned(returnArea, ALIGNMENT);
        HashedTable rows = state.hashed(table, TableKind.HASHED8);
        give(options.memory(), returnArea, rows, rows.find(keyLow, keyHigh), 8);
    }

    @Override
    public void put8(
            CanonicalOptions options,
            int table,
            long keyLow,
            long keyHigh,
            long rowF0,
            long rowF1,
            long rowF2,
            long rowF3,
            long rowF4,
            long rowF5,
            long rowF6,
            long rowF7) {
        HashedTable rows = state.written(table, TableKind.HASHED8);
        int row = rows.claim(keyLow, keyHigh);
        fill(rows.page(row), rows.offset(row), rowF0, rowF1, rowF2, rowF3, rowF4, rowF5, rowF6, rowF7);
    }

    @Override
    public void getMany8(CanonicalOptions options, int table, int keysPointer, int keysLength, int returnArea) {
        giveMany(options, table, TableKind.HASHED8, 8, keysPointer, keysLength, returnArea);
    }

    @Override
    public void putMany8(CanonicalOptions options, int table, int rowsPointer, int rowsLength) {
        takeMany(options, table, TableKind.HASHED8, 8, rowsPointer, rowsLength);
    }

    @Override
    public void get16(CanonicalOptions options, int table, long keyLow, long keyHigh, int returnArea) {
        Checks.aligned(returnArea, ALIGNMENT);
        HashedTable rows = state.hashed(table, TableKind.HASHED16);
        give(options.memory(), returnArea, rows, rows.find(keyLow, keyHigh), 16);
    }

    @Override
    public void put16(CanonicalOptions options, int arguments) {
        LinearMemory memory = options.memory();
        Checks.aligned(arguments, ALIGNMENT);
        HashedTable rows = state.written(memory.getInt(arguments), TableKind.HASHED16);
        int row = rows.claim(memory.getLong(arguments + ARGUMENT_LOW), memory.getLong(arguments + ARGUMENT_HIGH));
        take(memory, arguments + ARGUMENT_ROW, rows.page(row), rows.offset(row), 16);
    }

    @Override
    public void getMany16(CanonicalOptions options, int table, int keysPointer, int keysLength, int returnArea) {
        giveMany(options, table, TableKind.HASHED16, 16, keysPointer, keysLength, returnArea);
    }

    @Override
    public void putMany16(CanonicalOptions options, int table, int rowsPointer, int rowsLength) {
        takeMany(options, table, TableKind.HASHED16, 16, rowsPointer, rowsLength);
    }

    @Override
    public void getOrdered8(
            CanonicalOptions options, int table, long keyMajorLow, long keyMajorHigh, long keyMinor, int returnArea) {
        Checks.aligned(returnArea, ALIGNMENT);
        OrderedTable rows = state.ordered(table);
        LinearMemory memory = options.memory();
        if (rows.find(keyMajorLow, keyMajorHigh, keyMinor)) {
            give(memory, returnArea, rows.page(), rows.offset(), 8);
        } else {
            memory.putByte(returnArea, (byte) 0);
        }
    }

    @Override
    public void putOrdered8(
            CanonicalOptions options,
            int table,
            long keyMajorLow,
            long keyMajorHigh,
            long keyMinor,
            long rowF0,
            long rowF1,
            long rowF2,
            long rowF3,
            long rowF4,
            long rowF5,
            long rowF6,
            long rowF7) {
        OrderedTable rows = state.writtenOrdered(table);
        rows.claim(keyMajorLow, keyMajorHigh, keyMinor);
        fill(rows.page(), rows.offset(), rowF0, rowF1, rowF2, rowF3, rowF4, rowF5, rowF6, rowF7);
    }

    @Override
    public void putManyOrdered8(CanonicalOptions options, int table, int rowsPointer, int rowsLength) {
        LinearMemory memory = options.memory();
        int size = ORDERED_KEY + 8 * Long.BYTES;
        Lists.check(memory, rowsPointer, rowsLength, size, ALIGNMENT);
        OrderedTable rows = state.writtenOrdered(table);
        for (int i = 0; i < rowsLength; i++) {
            int element = rowsPointer + i * size;
            rows.claim(
                    memory.getLong(element),
                    memory.getLong(element + Long.BYTES),
                    memory.getLong(element + 2 * Long.BYTES));
            take(memory, element + ORDERED_KEY, rows.page(), rows.offset(), 8);
        }
    }

    /** Stores the rows under those of some keys that have one, as a list of keys and rows. */
    private void giveMany(
            CanonicalOptions options,
            int table,
            TableKind kind,
            int width,
            int keysPointer,
            int keysLength,
            int returnArea) {
        LinearMemory memory = options.memory();
        Checks.aligned(returnArea, Integer.BYTES);
        Lists.check(memory, keysPointer, keysLength, HASHED_KEY, ALIGNMENT);
        HashedTable rows = state.hashed(table, kind);
        int[] numbers = new int[keysLength];
        int found = 0;
        for (int i = 0; i < keysLength; i++) {
            int key = keysPointer + i * HASHED_KEY;
            numbers[i] = rows.find(memory.getLong(key), memory.getLong(key + Long.BYTES));
            found += numbers[i] == HashedTable.NONE ? 0 : 1;
        }
        int size = HASHED_KEY + width * Long.BYTES;
        int elements = Lists.allocate(options, found, size, ALIGNMENT);
        int element = elements;
        for (int i = 0; i < keysLength; i++) {
            if (numbers[i] != HashedTable.NONE) {
                int key = keysPointer + i * HASHED_KEY;
                memory.putLong(element, memory.getLong(key));
                memory.putLong(element + Long.BYTES, memory.getLong(key + Long.BYTES));
                giveFields(memory, element + HASHED_KEY, rows.page(numbers[i]), rows.offset(numbers[i]), width);
                element += size;
            }
        }
        memory.putLong(returnArea, Slice.of(elements, found));
    }

    private void takeMany(
            CanonicalOptions options, int table, TableKind kind, int width, int rowsPointer, int rowsLength) {
        LinearMemory memory = options.memory();
        int size = HASHED_KEY + width * Long.BYTES;
        Lists.check(memory, rowsPointer, rowsLength, size, ALIGNMENT);
        HashedTable rows = state.written(table, kind);
        for (int i = 0; i < rowsLength; i++) {
            int element = rowsPointer + i * size;
            int row = rows.claim(memory.getLong(element), memory.getLong(element + Long.BYTES));
            take(memory, element + HASHED_KEY, rows.page(row), rows.offset(row), width);
        }
    }

    /** Stores an {@code option} of a row. */
    private static void give(LinearMemory memory, int returnArea, HashedTable rows, int row, int width) {
        if (row == HashedTable.NONE) {
            memory.putByte(returnArea, (byte) 0);
        } else {
            give(memory, returnArea, rows.page(row), rows.offset(row), width);
        }
    }

    private static void give(LinearMemory memory, int returnArea, long[] page, int at, int width) {
        memory.putByte(returnArea, (byte) 1);
        giveFields(memory, returnArea + ROW, page, at, width);
    }

    private static void giveFields(LinearMemory memory, int address, long[] page, int at, int width) {
        for (int i = 0; i < width; i++) {
            memory.putLong(address + i * Long.BYTES, page[at + i]);
        }
    }

    private static void take(LinearMemory memory, int address, long[] page, int at, int width) {
        for (int i = 0; i < width; i++) {
            page[at + i] = memory.getLong(address + i * Long.BYTES);
        }
    }

    private static void fill(
            long[] page, int at, long f0, long f1, long f2, long f3, long f4, long f5, long f6, long f7) {
        page[at] = f0;
        page[at + 1] = f1;
        page[at + 2] = f2;
        page[at + 3] = f3;
        page[at + 4] = f4;
        page[at + 5] = f5;
        page[at + 6] = f6;
        page[at + 7] = f7;
    }
}

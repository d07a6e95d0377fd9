package dev.wasmledger.runtime;

import java.time.Duration;

/**
 * What one instance of a component, with all that is nested in it, may use. Going beyond any of these is a {@link Trap}
 * that names the limit, and locks the instance down; the host and its other instances go on.
 *
 * @param memoryPages for each memory, in pages of 64 KiB; at most {@link #MAX_MEMORY_PAGES}
 * @param tableElements for each table
 * @param coreInstances core instances that it may consist of
 * @param resources handles that its components may hold at the same time, all together
 * @param callDepth core functions that may be running at the same time within one call from the host, imports counted as
 *     well; where the calling thread's stack is too small for that many, its end counts as the limit
 * @param time for one call from the host, with all that it calls; measured to about a quarter of itself or 10 ms
 */
public record Limits(
        int memoryPages, int tableElements, int coreInstances, int resources, int callDepth, Duration time) {

    /** A memory is one Java array, which holds less than 2 GiB. */
    public static final int MAX_MEMORY_PAGES = 32_767;

    /** Canonical ABI: {@code MAX_STRING_BYTE_LENGTH}. */
    public static final int MAX_STRING_BYTES = (1 << 28) - 1;

    /** Canonical ABI: {@code MAX_LIST_BYTE_LENGTH}. */
    public static final int MAX_LIST_BYTES = (1 << 28) - 1;

    /** Of a script's manifest and of each of its binaries: more than compilers of guests give. */
    public static final int MAX_SCRIPT_FILE_BYTES = 256 << 20;

    /** Of a value's text: more than any command line holds. */
    public static final int MAX_WAVE_CHARS = 1 << 24;

    /** How deep values can be nested in text; a type cannot be nested deeper than validation allows. */
    public static final int MAX_WAVE_DEPTH = 500;

    private static final int DEFAULT_MEMORY_PAGES = 16_384; // 1 GiB: what fits beside an application in a usual heap
    private static final int DEFAULT_TABLE_ELEMENTS = 10_000_000; // the limit that browsers share (JS API, "Limits")
    private static final int DEFAULT_CORE_INSTANCES = 10_000;
    private static final int DEFAULT_RESOURCES = 1_000_000; // About 100 MB of handles.
    private static final int DEFAULT_CALL_DEPTH = 10_000; // About what fits in the 1 MiB stack of a thread.
    private static final Duration DEFAULT_TIME = Duration.ofMinutes(1);

    public Limits {
        check("memoryPages", memoryPages, MAX_MEMORY_PAGES);
        check("tableElements", tableElements, DEFAULT_TABLE_ELEMENTS);
        check("coreInstances", coreInstances, Integer.MAX_VALUE);
        check("resources", resources, Integer.MAX_VALUE);
        check("callDepth", callDepth, Integer.MAX_VALUE);
        if (!time.isPositive()) {
            throw new IllegalArgumentException("time must be positive, is " + time);
        }
    }

    /** Generous for a guest that does honest work. */
    public static Limits defaults() {
        return new Limits(
                DEFAULT_MEMORY_PAGES,
                DEFAULT_TABLE_ELEMENTS,
                DEFAULT_CORE_INSTANCES,
                DEFAULT_RESOURCES,
                DEFAULT_CALL_DEPTH,
                DEFAULT_TIME);
    }

    public Limits withMemoryPages(int pages) {
        return new Limits(pages, tableElements, coreInstances, resources, callDepth, time);
    }

    public Limits withTableElements(int elements) {
        return new Limits(memoryPages, elements, coreInstances, resources, callDepth, time);
    }

    public Limits withCoreInstances(int instances) {
        return new Limits(memoryPages, tableElements, instances, resources, callDepth, time);
    }

    public Limits withResources(int handles) {
        return new Limits(memoryPages, tableElements, coreInstances, handles, callDepth, time);
    }

    public Limits withCallDepth(int calls) {
        return new Limits(memoryPages, tableElements, coreInstances, resources, calls, time);
    }

    public Limits withTime(Duration limit) {
        return new Limits(memoryPages, tableElements, coreInstances, resources, callDepth, limit);
    }

    private static void check(String name, int value, int maximum) {
        if (value < 0 || value > maximum) {
            throw new IllegalArgumentException(name + " must lie in 0.." + maximum + ", is " + value);
        }
    }
}

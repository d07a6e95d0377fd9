package dev.wasmledger.guest;

import dev.wasmledger.guest.internal.Machine;
import org.teavm.backend.wasm.WasmHeap;
import org.teavm.interop.Address;
import org.teavm.interop.Export;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The memory that a component shares with its callers. It lies above the Java heap, because TeaVM's collector moves
 * objects while the canonical ABI expects a block to stay where it is. The Java heap has a fixed size (the driver makes
 * its least and greatest size equal), so that everything from its end on belongs to the allocator.
 *
 * <p>Blocks carry boundary tags: an 8-byte header holds the size of the block before (0 for the first) and the block's
 * own size with the lowest bit set while it is in use. Free blocks are merged with their neighbours at once and kept in
 * doubly linked lists, one for each power of two. Sizes are multiples of 16, and so are the addresses handed out.
 *
 * <p>Nothing here touches the Java heap: a host may call {@code cabi_realloc} while the guest waits for an import.
 */
@StaticInit
@Unmanaged
public final class Allocator {

    private static final int PAGE = 65_536;
    private static final int HEADER = 8;
    private static final int GRANULE = 16;
    private static final int IN_USE = 1;

    /** The least growth: small requests do not grow the memory page by page. */
    private static final int GROWTH_PAGES = 4;

    /** The part of the memory that it grows by at least, where it may: a host may have to copy all of it each time. */
    private static final int GROWTH_DIVISOR = 8;

    /** Addresses stay positive as {@code int}, so that they compare as they are: 2 GiB, less the last page. */
    private static final int GREATEST_SIZE = 0x7fff_0000;

    /** Lists for sizes from 2^4 to 2^30, a word each; their heads lie in the memory before the first block. */
    private static final int LISTS = 32;

    private static int lists;
    private static int end;

    private Allocator() {}

    /**
     * What the component model calls {@code realloc} (CanonicalABI.md, "realloc"): gets, resizes or frees a block. Traps
     * where there is no memory left, and on a block that was never handed out.
     *
     * @param oldPointer the block to resize; any value where {@code oldSize} is 0
     * @param oldSize its size in bytes, 0 for a new block
     * @param alignment in bytes, a power of two
     * @param newSize in bytes; 0 frees the block
     * @return where the block now is; {@code alignment} for a block of no bytes
     */
    @Export(name = "cabi_realloc")
    public static int realloc(int oldPointer, int oldSize, int alignment, int newSize) {
        if (oldSize == 0) {
            return newSize == 0 ? alignment : allocate(alignment, newSize);
        }
        if (newSize == 0) {
            release(oldPointer);
            return alignment;
        }
        if (oldPointer % alignment == 0 && resizeInPlace(oldPointer - HEADER, blockSize(newSize))) {
            return oldPointer;
        }
        int moved = allocate(alignment, newSize);
        int kept = oldSize < newSize ? oldSize : newSize;
        Address.moveMemoryBlock(Address.fromInt(oldPointer), Address.fromInt(moved), kept);
        release(oldPointer);
        return moved;
    }

    /**
     * Gives a block back.
     *
     * @param pointer the block
     * @param size its size in bytes; where that is 0 nothing happens
     * @param alignment what it was allocated with
     */
    public static void free(int pointer, int size, int alignment) {
        realloc(pointer, size, alignment, 0);
    }

    private static int allocate(int alignment, int size) {
        int needed = blockSize(size);
        // Any free block has an address that is a multiple of 16; more takes room to move the start.
        int slack = alignment > GRANULE ? alignment : 0;
        if (slack < 0 || needed > GREATEST_SIZE - slack) {
            Machine.trap();
        }
        int block = takeFree(needed + slack);
        if (slack != 0) {
            int gap = -(block + HEADER) & (alignment - 1);
            if (gap != 0) {
                int aligned = split(block, gap);
                markInUse(aligned);
                putFree(block);
                block = aligned;
            }
        }
        occupy(block, needed);
        return block + HEADER;
    }

    /** The size of the block that holds {@code size} bytes. */
    private static int blockSize(int size) {
        if (size < 0 || size > GREATEST_SIZE - HEADER - GRANULE) {
            Machine.trap();
        }
        return (size + HEADER + GRANULE - 1) / GRANULE * GRANULE;
    }

    /** Takes a block of at least that size out of the free lists; grows the memory where there is none. */
    private static int takeFree(int size) {
        if (end == 0) {
            open();
        }
        int block = findFree(size);
        if (block == 0) {
            block = grow(size);
        }
        unlink(block);
        return block;
    }

    private static int findFree(int size) {
        // Blocks of the first list may be too small, those of the others cannot be.
        for (int block = word(list(size)); block != 0; block = next(block)) {
            if (sizeOf(block) >= size) {
                return block;
            }
        }
        for (int head = list(size) + 4; head < lists + LISTS * 4; head += 4) {
            int block = word(head);
            if (block != 0) {
                return block;
            }
        }
        return 0;
    }

    /** Lays the list heads and an end mark where the Java heap ends. */
    private static void open() {
        lists = WasmHeap.memoryLimit.toInt();
        end = lists;
        growBy(GROWTH_PAGES);
        Address.fillZero(Address.fromInt(lists), LISTS * 4);
        // Headers are 8 bytes before a multiple of 16.
        int first = lists + LISTS * 4 + GRANULE - HEADER;
        int size = end - HEADER - first;
        putWord(first, 0);
        putWord(first + 4, size);
        writeEndMark(size);
        putFree(first);
    }

    /** Adds memory that the end mark's block grows into; gives a free block of at least that size. */
    private static int grow(int size) {
        int block = end - HEADER;
        int needed = (size + PAGE - 1) / PAGE;
        if (needed < GROWTH_PAGES) {
            needed = GROWTH_PAGES;
        }
        int pages = end / PAGE / GROWTH_DIVISOR;
        if (pages <= needed || !growsBy(pages)) {
            pages = needed;
            growBy(pages);
        }
        putWord(block + 4, pages * PAGE);
        writeEndMark(pages * PAGE);
        return putFree(block);
    }

    private static void growBy(int pages) {
        if (!growsBy(pages)) {
            Machine.trap();
        }
    }

    /** Gives false, and leaves all as it is, where the memory cannot be so large. */
    private static boolean growsBy(int pages) {
        if (pages > (GREATEST_SIZE - end) / PAGE || Machine.growMemory(pages) < 0) {
            return false;
        }
        end += pages * PAGE;
        return true;
    }

    /** A block in use that has no bytes: the last block's neighbour. */
    private static void writeEndMark(int sizeBefore) {
        putWord(end - HEADER, sizeBefore);
        putWord(end - HEADER + 4, IN_USE);
    }

    private static void release(int pointer) {
        int block = pointer - HEADER;
        requireInUse(block);
        putWord(block + 4, sizeOf(block));
        putFree(block);
    }

    private static boolean resizeInPlace(int block, int size) {
        requireInUse(block);
        int after = block + sizeOf(block);
        if (sizeOf(block) < size && !isInUse(after) && sizeOf(block) + sizeOf(after) >= size) {
            unlink(after);
            join(block, sizeOf(block) + sizeOf(after));
        }
        if (sizeOf(block) < size) {
            return false;
        }
        occupy(block, size);
        return true;
    }

    private static void requireInUse(int block) {
        if (block < lists || block >= end - HEADER || block % GRANULE != HEADER || !isInUse(block)) {
            Machine.trap();
        }
    }

    /** Marks a block as in use, all but what it has beyond {@code size}. */
    private static void occupy(int block, int size) {
        int rest = sizeOf(block) > size ? split(block, size) : 0;
        markInUse(block);
        if (rest != 0) {
            putFree(rest);
        }
    }

    /** Cuts a block in two; gives the second one. Neither is in a list. */
    private static int split(int block, int size) {
        int second = block + size;
        int rest = sizeOf(block) - size;
        putWord(block + 4, size);
        putWord(second, size);
        join(second, rest);
        return second;
    }

    /** Makes a block that size, and tells the block after it. */
    private static void join(int block, int size) {
        putWord(block + 4, size);
        putWord(block + size, size);
    }

    /** Puts a block into its list after merging it with free neighbours; gives the merged block. */
    private static int putFree(int block) {
        int merged = block;
        int size = sizeOf(block);
        int after = block + size;
        if (!isInUse(after)) {
            unlink(after);
            size += sizeOf(after);
        }
        int sizeBefore = word(block);
        if (sizeBefore != 0 && !isInUse(block - sizeBefore)) {
            merged = block - sizeBefore;
            unlink(merged);
            size += sizeBefore;
        }
        join(merged, size);
        int head = list(size);
        int first = word(head);
        putWord(merged + HEADER, first);
        putWord(merged + HEADER + 4, 0);
        if (first != 0) {
            putWord(first + HEADER + 4, merged);
        }
        putWord(head, merged);
        return merged;
    }

    private static void unlink(int block) {
        int next = next(block);
        int before = word(block + HEADER + 4);
        if (next != 0) {
            putWord(next + HEADER + 4, before);
        }
        putWord(before == 0 ? list(sizeOf(block)) : before + HEADER, next);
    }

    /** Where the head of the list for that size is: lists are numbered by the size's highest bit. */
    private static int list(int size) {
        return lists + (31 - Integer.numberOfLeadingZeros(size)) * 4;
    }

    private static int next(int block) {
        return word(block + HEADER);
    }

    private static int sizeOf(int block) {
        return word(block + 4) & -GRANULE;
    }

    private static boolean isInUse(int block) {
        return (word(block + 4) & IN_USE) != 0;
    }

    private static void markInUse(int block) {
        putWord(block + 4, sizeOf(block) | IN_USE);
    }

    private static int word(int address) {
        return Address.fromInt(address).getInt();
    }

    private static void putWord(int address, int value) {
        Address.fromInt(address).putInt(value);
    }
}

package churn;

import java.util.ArrayList;
import java.util.List;
import org.teavm.interop.Address;
import org.teavm.interop.Export;

/** Keeps the collector busy, and offers TeaVM's own heap in the allocator's place. */
public final class Churn {

    private static final int SURVIVORS = 2_000;

    private static List<byte[]> survivors = new ArrayList<>();
    private static List<byte[]> standIns = new ArrayList<>();

    private Churn() {}

    /** Makes about a MiB of garbage, keeps some of it for a while, and gives a sum that tells whether that is intact. */
    @Export(name = "churn")
    public static int churn(int seed) {
        int sum = 0;
        for (int i = 0; i < 1_000; i++) {
            byte[] made = new byte[500 + (seed + i) % 1_000];
            made[0] = (byte) i;
            if (i % 10 == 0) {
                survivors.add(made);
            }
        }
        if (survivors.size() > SURVIVORS) {
            List<byte[]> kept = new ArrayList<>();
            for (int i = 0; i < survivors.size(); i += 2) {
                kept.add(survivors.get(i));
            }
            survivors = kept;
        }
        for (byte[] survivor : survivors) {
            sum += survivor[0];
        }
        return sum;
    }

    /** Recurses so deep, with a reference in each frame that the collector has to know. */
    @Export(name = "descend")
    public static int descend(int depth) {
        int[] kept = {depth};
        return depth == 0 ? 0 : descend(depth - 1) + kept[0] % 2;
    }

    /** What cabi_realloc would be if blocks were Java arrays, kept reachable and pinned as far as TeaVM pins. */
    @Export(name = "heap_realloc")
    public static int heapRealloc(int oldPointer, int oldSize, int alignment, int newSize) {
        byte[] old = null;
        for (int i = 0; i < standIns.size() && old == null; i++) {
            if (Address.ofData(standIns.get(i)).toInt() == oldPointer) {
                old = standIns.remove(i);
            }
        }
        if (newSize == 0) {
            return alignment;
        }
        byte[] block = new byte[newSize];
        if (old != null) {
            System.arraycopy(old, 0, block, 0, Math.min(oldSize, newSize));
        }
        standIns.add(block);
        Address.pin(block);
        return Address.ofData(block).toInt();
    }
}

package dev.wasmledger.runtime.internal.chicory;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.TableInstance;
import com.dylibso.chicory.wasm.types.Table;
import com.dylibso.chicory.wasm.types.TableLimits;
import dev.wasmledger.runtime.Limits;
import dev.wasmledger.runtime.internal.core.CoreCallable;
import dev.wasmledger.runtime.internal.core.TrapSite;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A table within its limit that keeps, beside each entry which refers to a function that its instance imports, what that
 * import is linked to: an indirect call finds it by one look.
 */
final class LinkedTable extends TableInstance {

    private final TableLimits declared;
    private final Limits limits;
    private final TrapSite site;
    private @Nullable CoreCallable[] targets;

    private LinkedTable(Table own, TableLimits declared, int initial, Limits limits, TrapSite site) {
        super(own, initial);
        this.declared = declared;
        this.limits = limits;
        this.site = site;
        this.targets = new CoreCallable[size()];
    }

    /** The engine grows the limits that it finds in the table; a copy keeps those of the shared module as they are. */
    static LinkedTable of(Table declared, int initial, Limits limits, TrapSite site) {
        TableLimits of = declared.limits();
        requireAllowed(of.min(), limits, site);
        var own = new Table(
                declared.elementType(), new TableLimits(of.min(), of.max(), of.shared()), declared.initialize());
        return new LinkedTable(own, of, initial, limits, site);
    }

    private static void requireAllowed(long elements, Limits limits, TrapSite site) {
        if (elements > limits.tableElements()) {
            throw site.trap(
                    "table limit of " + limits.tableElements() + " elements exceeded: " + elements + " are asked for",
                    null);
        }
    }

    /** What the entry calls in the end, if it refers to an import of an instance; null for others and beyond the table. */
    @Nullable
    CoreCallable target(int element) {
        CoreCallable[] now = targets;
        return element >= 0 && element < now.length ? now[element] : null;
    }

    @Override
    public int grow(int elements, int value, Instance instance) {
        if (elements >= 0 && elements <= declared.max() - size()) {
            requireAllowed((long) size() + elements, limits, site);
        }
        int before = super.grow(elements, value, instance);
        targets = Arrays.copyOf(targets, size());
        if (before >= 0) {
            Arrays.fill(targets, before, size(), linked(value, instance));
        }
        return before;
    }

    @Override
    public void setRef(int index, int value, Instance instance) {
        super.setRef(index, value, instance);
        targets[index] = linked(value, instance);
    }

    @Override
    public void reset() {
        super.reset();
        Arrays.fill(targets, null);
    }

    private static @Nullable CoreCallable linked(int function, @Nullable Instance owner) {
        return owner == null || function < 0 || function >= owner.imports().functionCount()
                ? null
                : LinkedImport.target(owner, function);
    }
}

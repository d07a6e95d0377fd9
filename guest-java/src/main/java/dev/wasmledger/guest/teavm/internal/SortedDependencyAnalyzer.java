package dev.wasmledger.guest.teavm.internal;

import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import org.teavm.common.ServiceRepository;
import org.teavm.dependency.PreciseDependencyAnalyzer;
import org.teavm.diagnostics.Diagnostics;
import org.teavm.model.ClassReaderSource;
import org.teavm.model.ReferenceCache;
import org.teavm.parsing.resource.ResourceProvider;

/**
 * TeaVM's analysis of what a program reaches, with the classes in the order of their names. TeaVM hands them on in the
 * order in which it met them; that follows from identity hash codes, and the order of functions in the module follows
 * from it: the same sources would not give the same bytes.
 */
public final class SortedDependencyAnalyzer extends PreciseDependencyAnalyzer {

    /** Takes what TeaVM gives every analyzer. */
    public SortedDependencyAnalyzer(
            ClassReaderSource classSource,
            ResourceProvider resourceProvider,
            ClassLoader classLoader,
            ServiceRepository services,
            Diagnostics diagnostics,
            ReferenceCache referenceCache,
            String[] platformTags) {
        super(classSource, resourceProvider, classLoader, services, diagnostics, referenceCache, platformTags);
    }

    @Override
    public Collection<String> getReachableClasses() {
        Collection<String> reached = super.getReachableClasses();
        // A view: TeaVM asks for the size again and again while the analysis goes on.
        return new AbstractCollection<>() {
            @Override
            public Iterator<String> iterator() {
                return reached.stream().sorted().iterator();
            }

            @Override
            public int size() {
                return reached.size();
            }
        };
    }
}

package dev.wasmledger.guest.teavm;

import java.nio.file.Path;
import java.util.List;

/**
 * What is to be compiled.
 *
 * @param guestClasses folder of the guest's own class files; the methods in it that are marked
 *     {@code org.teavm.interop.Export} become the module's exports
 * @param classpath what the guest was compiled against: jars and class folders. TeaVM's class library and guest-java
 *     are there without being named
 * @param javaHeap size of the guest's Java heap in bytes, from {@link Limits#LEAST_JAVA_HEAP} to
 *     {@link Limits#GREATEST_JAVA_HEAP}; a guest that needs more traps. What crosses the component's boundary lies
 *     outside of it
 */
public record CompileRequest(Path guestClasses, List<Path> classpath, int javaHeap) {

    public CompileRequest {
        classpath = List.copyOf(classpath);
        if (javaHeap < Limits.LEAST_JAVA_HEAP || javaHeap > Limits.GREATEST_JAVA_HEAP) {
            throw new IllegalArgumentException("a Java heap has %d to %d bytes, not %d"
                    .formatted(Limits.LEAST_JAVA_HEAP, Limits.GREATEST_JAVA_HEAP, javaHeap));
        }
    }
}

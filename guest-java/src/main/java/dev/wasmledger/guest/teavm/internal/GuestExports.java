package dev.wasmledger.guest.teavm.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.teavm.interop.Export;

/**
 * What a guest's class files export. TeaVM compiles the exports of classes that it reaches, and nothing in a guest
 * reaches them.
 *
 * @param classes the classes with exporting methods, sorted
 * @param names the names that they export, sorted
 */
public record GuestExports(Set<String> classes, Set<String> names) {

    private static final String EXPORT = Type.getDescriptor(Export.class);

    /** Looks at every class file below that folder. */
    public static GuestExports scan(Path folder) throws IOException {
        GuestExports exports = new GuestExports(new TreeSet<>(), new TreeSet<>());
        for (Path file : classFiles(folder)) {
            new ClassReader(Files.readAllBytes(file))
                    .accept(exports.new Scan(), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        }
        return exports;
    }

    private static List<Path> classFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }

    private final class Scan extends ClassVisitor {

        private String className = "";

        Scan() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                String superName,
                String[] interfaces) {
            className = name.replace('/', '.');
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                    return annotation.equals(EXPORT) ? new ExportedName() : null;
                }
            };
        }

        private final class ExportedName extends AnnotationVisitor {

            ExportedName() {
                super(Opcodes.ASM9);
            }

            @Override
            public void visit(String element, Object value) {
                classes.add(className);
                names.add((String) value);
            }
        }
    }
}

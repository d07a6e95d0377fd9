package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import java.util.List;
import java.util.Optional;

/**
 * In a guest, memory is its own: static methods reach it, the host is trusted to pass what the canonical ABI says, what
 * is lifted was allocated through {@code cabi_realloc} and is freed, and what is lowered lies in an arena.
 */
final class GuestDialect implements Dialect {

    static final String GUEST = "dev.wasmledger.guest";
    static final ClassName ARENA = ClassName.get(GUEST, "Arena");
    static final ClassName ALLOCATOR = ClassName.get(GUEST, "Allocator");
    private static final ClassName MEMORY = ClassName.get(GUEST, "Memory");
    private static final ClassName STRINGS = ClassName.get(GUEST, "Strings");
    private static final ClassName LISTS = ClassName.get(GUEST, "Lists");
    private static final ClassName SLICE = ClassName.get(GUEST, "Slice");

    @Override
    public List<ParameterSpec> parameters(Context context) {
        return List.of();
    }

    @Override
    public Body body(AbiClass home, Context context) {
        return new Body(home, true, UniqueNames.ofMembers(), Optional.empty());
    }

    @Override
    public CodeBlock finish(Body body) {
        return body.code.build();
    }

    @Override
    public CodeBlock arguments(Body body, Context context) {
        return CodeBlock.of("");
    }

    @Override
    public CodeBlock memory(Body body) {
        return CodeBlock.of("$T", MEMORY);
    }

    @Override
    public ClassName strings() {
        return STRINGS;
    }

    @Override
    public ClassName lists() {
        return LISTS;
    }

    @Override
    public ClassName slice() {
        return SLICE;
    }

    @Override
    public CodeBlock allocate(Body body, CodeBlock count, int elementSize, int alignment) {
        String times = elementSize == 1 ? "" : " * " + elementSize;
        return count.toString().equals("1")
                ? CodeBlock.of("$T.allocate($L, $L)", ARENA, elementSize, alignment)
                : CodeBlock.of("$T.allocate($L$L, $L)", ARENA, count, times, alignment);
    }

    @Override
    public void beforeElements(Body body, String pointer, String count, int elementSize, int alignment) {
        // The host wrote the list into a block that it asked for.
    }

    @Override
    public void afterElements(Body body, String pointer, String count, int elementSize, int alignment) {
        String times = elementSize == 1 ? "" : " * " + elementSize;
        body.code.addStatement("$T.free($L, $L$L, $L)", ALLOCATOR, pointer, count, times, alignment);
    }

    @Override
    public CodeBlock second(CodeBlock discriminant) {
        return CodeBlock.of("$L != 0", discriminant);
    }

    @Override
    public CodeBlock index(CodeBlock discriminant, int cases) {
        return discriminant;
    }

    @Override
    public CodeBlock noSuchCase(String discriminant) {
        return CodeBlock.of("new $T()", IllegalStateException.class);
    }

    @Override
    public CodeBlock character(CodeBlock codePoint) {
        return codePoint;
    }

    @Override
    public void checkPointer(Body body, String area, int alignment) {
        // The host is trusted, and a return area is our own.
    }

    @Override
    public void afterArguments(Body body, String area, int size, int alignment) {
        body.code.addStatement("$T.free($L, $L, $L)", ALLOCATOR, area, size, alignment);
    }

    @Override
    public CodeBlock earlyReturn(String returnArea) {
        return CodeBlock.of("return $L", returnArea);
    }
}

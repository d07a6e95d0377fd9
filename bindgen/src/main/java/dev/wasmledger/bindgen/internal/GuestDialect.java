package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import dev.wasmledger.wit.Type;
import java.util.List;
import java.util.Optional;

/**
 * In a guest, memory is its own: static methods reach it, the host is trusted to pass what the canonical ABI says, what
 * is lifted was allocated through {@code cabi_realloc} and is freed, and what is lowered lies in an arena.
 */
final class GuestDialect implements Dialect {

    static final ClassName ARENA = Library.GUEST.type("Arena");
    static final ClassName ALLOCATOR = Library.GUEST.type("Allocator");
    static final ClassName BORROWS = Library.GUEST.type("Borrows");
    private static final ClassName MEMORY = Library.GUEST.type("Memory");

    private final Model model;

    GuestDialect(Model model) {
        this.model = model;
    }

    @Override
    public List<ParameterSpec> parameters(Context context) {
        return List.of();
    }

    @Override
    public Body body(AbiClass home, Context context, View view) {
        return new Body(home, true, view, UniqueNames.ofMembers(), Optional.empty());
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
    public Library library() {
        return Library.GUEST;
    }

    @Override
    public CodeBlock liftHandle(Body body, Shape.Handle shape, CodeBlock handle) {
        return CodeBlock.of("$T.$L($L)", handles(body, shape), shape.owned() ? "liftOwn" : "liftBorrow", handle);
    }

    @Override
    public CodeBlock lowerHandle(Body body, Shape.Handle shape, CodeBlock object) {
        return CodeBlock.of("$T.$L($L)", handles(body, shape), shape.owned() ? "lowerOwn" : "lowerBorrow", object);
    }

    private ClassName handles(Body body, Shape.Handle shape) {
        return body.view.of(model.wit.dealias(shape.resource())).type();
    }

    @Override
    public Optional<CodeBlock> endOfLoans(Body body, List<Type> parameters) {
        boolean lent = parameters.stream()
                .flatMap(type -> model.borrowed(type).stream())
                .anyMatch(resource -> !body.view.of(resource).exported());
        return lent ? Optional.of(CodeBlock.of("$T.end()", BORROWS)) : Optional.empty();
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
    public void afterRows(Body body, FixedRecord record) {
        // The host has checked them.
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
    public CodeBlock liftFloat(CodeBlock number) {
        // Which NaN came says nothing: whoever lowered it was free to choose.
        return number;
    }

    @Override
    public CodeBlock liftCharacter(CodeBlock codePoint) {
        return codePoint;
    }

    @Override
    public CodeBlock lowerCharacter(CodeBlock codePoint) {
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

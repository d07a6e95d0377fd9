package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import dev.wasmledger.wit.Type;
import java.util.List;
import java.util.Optional;

/** On the host, memory is an object, everything that is lifted is checked, and what is lowered is allocated by {@code realloc}. */
final class HostDialect implements Dialect {

    static final ClassName OPTIONS = Library.HOST.type("CanonicalOptions");
    static final ClassName CHECKS = Library.HOST.type("Checks");
    private static final ClassName MEMORY = Library.HOST.type("LinearMemory");

    private final HostResources resources;

    HostDialect(HostResources resources) {
        this.resources = resources;
    }

    @Override
    public List<ParameterSpec> parameters(Context context) {
        return switch (context) {
            case NOTHING -> List.of();
            case MEMORY -> List.of(ParameterSpec.builder(MEMORY, "memory").build());
            case OPTIONS -> List.of(ParameterSpec.builder(OPTIONS, "options").build());
        };
    }

    @Override
    public Body body(AbiClass home, Context context, View view) {
        UniqueNames names = UniqueNames.ofMembers();
        if (context == Context.OPTIONS) {
            return new Body(home, true, view, names, Optional.of(names.take("options")));
        }
        return new Body(home, true, view, names, Optional.empty());
    }

    @Override
    public CodeBlock finish(Body body) {
        CodeBlock.Builder code = CodeBlock.builder();
        body.memoryVariable().ifPresent(name -> code.addStatement("$T $L = $L.memory()", MEMORY, name, body.options()));
        return code.add(body.code.build()).build();
    }

    @Override
    public CodeBlock arguments(Body body, Context context) {
        return switch (context) {
            case NOTHING -> CodeBlock.of("");
            case MEMORY -> CodeBlock.of("$L, ", body.memory());
            case OPTIONS -> CodeBlock.of("$L, ", body.options());
        };
    }

    @Override
    public CodeBlock memory(Body body) {
        return CodeBlock.of("$L", body.memory());
    }

    @Override
    public Library library() {
        return Library.HOST;
    }

    @Override
    public CodeBlock liftHandle(Body body, Shape.Handle shape, CodeBlock handle) {
        return resources.call(body, shape, true, handle);
    }

    @Override
    public CodeBlock lowerHandle(Body body, Shape.Handle shape, CodeBlock object) {
        return resources.call(body, shape, false, object);
    }

    @Override
    public Optional<CodeBlock> endOfLoans(Body body, List<Type> parameters) {
        return Optional.empty();
    }

    @Override
    public CodeBlock allocate(Body body, CodeBlock count, int elementSize, int alignment) {
        return CodeBlock.of(
                "$T.allocate($L, $L, $L, $L)", library().lists(), body.options(), count, elementSize, alignment);
    }

    @Override
    public void beforeElements(Body body, String pointer, String count, int elementSize, int alignment) {
        body.code.addStatement(
                "$T.check($L, $L, $L, $L, $L)",
                library().lists(),
                body.memory(),
                pointer,
                count,
                elementSize,
                alignment);
    }

    @Override
    public void afterElements(Body body, String pointer, String count, int elementSize, int alignment) {
        // The memory is the component's own: it frees it in its post-return.
    }

    @Override
    public void afterRows(Body body, FixedRecord record) {
        RowChecks.write(body, record);
    }

    @Override
    public CodeBlock second(CodeBlock discriminant) {
        return CodeBlock.of("$T.some($L)", CHECKS, discriminant);
    }

    @Override
    public CodeBlock index(CodeBlock discriminant, int cases) {
        return CodeBlock.of("$T.discriminant($L, $L)", CHECKS, discriminant, cases);
    }

    @Override
    public CodeBlock noSuchCase(String discriminant) {
        return CodeBlock.of("$T.noSuchCase($L)", CHECKS, discriminant);
    }

    @Override
    public CodeBlock liftFloat(CodeBlock number) {
        return CodeBlock.of("$T.canonical($L)", CHECKS, number);
    }

    @Override
    public CodeBlock liftCharacter(CodeBlock codePoint) {
        return CodeBlock.of("$T.character($L)", CHECKS, codePoint);
    }

    @Override
    public CodeBlock lowerCharacter(CodeBlock codePoint) {
        return CodeBlock.of("$T.scalarValue($L)", CHECKS, codePoint);
    }

    @Override
    public void checkPointer(Body body, String area, int alignment) {
        body.code.addStatement("$T.aligned($L, $L)", CHECKS, area, alignment);
    }

    @Override
    public void afterArguments(Body body, String area, int size, int alignment) {
        // The memory is the component's own.
    }

    @Override
    public CodeBlock earlyReturn(String returnArea) {
        return CodeBlock.of("return");
    }
}

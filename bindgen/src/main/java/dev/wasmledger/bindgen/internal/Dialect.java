package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import dev.wasmledger.wit.Type;
import java.util.List;
import java.util.Optional;

/** What differs between host and guest in code that lifts and lowers. */
interface Dialect {

    /** What a helper method has to be given beside the value. */
    enum Context {
        NOTHING,
        MEMORY,
        OPTIONS
    }

    /** The helper method's parameters for it. */
    List<ParameterSpec> parameters(Context context);

    /** A new body of a helper method that has these parameters and whose resources have such handles. */
    Body body(AbiClass home, Context context, View view);

    /** The body's code, with what has to stand before it. */
    CodeBlock finish(Body body);

    /** The arguments for it, each with a comma behind it. */
    CodeBlock arguments(Body body, Context context);

    /** What {@code getInt(address)} and the like are called on. */
    CodeBlock memory(Body body);

    /** What lifts and lowers strings, and lists of numbers and bools. */
    Library library();

    /** The expression of the object that a handle stands for. */
    CodeBlock liftHandle(Body body, Shape.Handle shape, CodeBlock handle);

    /** The expression of a handle for an object. */
    CodeBlock lowerHandle(Body body, Shape.Handle shape, CodeBlock object);

    /** The statement that gives back what the parameters of an answered call lend, if they lend anything. */
    Optional<CodeBlock> endOfLoans(Body body, List<Type> parameters);

    /** Memory for a list's elements, or for arguments. */
    CodeBlock allocate(Body body, CodeBlock count, int elementSize, int alignment);

    /** The statements before a list's elements are lifted. */
    void beforeElements(Body body, String pointer, String count, int elementSize, int alignment);

    /** The statements after that. */
    void afterElements(Body body, String pointer, String count, int elementSize, int alignment);

    /** The statements after the bytes of a list of records were copied into {@code bytes}. */
    void afterRows(Body body, FixedRecord record);

    /** Whether a discriminant of two cases says the second one. */
    CodeBlock second(CodeBlock discriminant);

    /** The discriminant of an enum, an index. */
    CodeBlock index(CodeBlock discriminant, int cases);

    /** An exception where a discriminant has no case. */
    CodeBlock noSuchCase(String discriminant);

    /** A number of floating point that is lifted. */
    CodeBlock liftFloat(CodeBlock number);

    /** A char that is lifted. */
    CodeBlock liftCharacter(CodeBlock codePoint);

    /** A char that is lowered. */
    CodeBlock lowerCharacter(CodeBlock codePoint);

    /** The statements before what a pointer of the caller points at is used. */
    void checkPointer(Body body, String area, int alignment);

    /** The statements after that. */
    void afterArguments(Body body, String area, int size, int alignment);

    /** The statement that ends a core function before its end, when the result lies in that area. */
    CodeBlock earlyReturn(String returnArea);
}

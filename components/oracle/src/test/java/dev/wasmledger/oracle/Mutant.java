package dev.wasmledger.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.util.Printer;

/**
 * A mistake put into one of the engine's classes. It is one line of {@code mutants.txt}:
 *
 * <pre>
 * name | class | instruction | what stands there instead | what is wrong
 * </pre>
 *
 * An instruction is written as {@code lsub}, {@code TransferStatus.EXCEEDS_CREDITS} (a field) or {@code Words.less()} (a
 * call); {@code jump} is any conditional jump. {@code jump before X} is the last one ahead of the first X, {@code Y after X}
 * the first one behind it. Instead of it stands an instruction of the same kind, or
 *
 * <ul>
 *   <li>{@code skip}: the jump is always taken; of a call: it is not made,
 *   <li>{@code never}: the jump is never taken,
 *   <li>{@code not}: the jump is taken where it was not.
 * </ul>
 */
record Mutant(String name, String className, String pattern, String replacement, String wrong) {

    private static final String PACKAGE = "dev/wasmledger/components/engine/";

    static List<Mutant> all() {
        Path table = Path.of("src/test/resources/mutants.txt");
        try (Stream<String> lines = Files.lines(table)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\|", -1))
                    .map(columns -> new Mutant(
                            columns[0].strip(),
                            columns[1].strip(),
                            columns[2].strip(),
                            columns[3].strip(),
                            columns[4].strip()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The engine with this mistake. */
    EngineClasses classes() {
        byte[] mutated = mutated();
        return new EngineClasses((name, bytes) -> name.equals(PACKAGE + className) ? mutated : bytes);
    }

    private byte[] mutated() {
        ClassNode type = new ClassNode();
        new ClassReader(EngineClasses.bytes(PACKAGE + className)).accept(type, 0);
        for (MethodNode method : type.methods) {
            List<AbstractInsnNode> code = List.of(method.instructions.toArray());
            int found = find(code);
            if (found >= 0) {
                replace(method.instructions, code.get(found));
                // Frames stay as they are: mutants only change what is computed, not what lies on the stack.
                ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
                type.accept(writer);
                return writer.toByteArray();
            }
        }
        throw new IllegalStateException(
                "mutants.txt: " + name + ": there is no '" + pattern + "' in " + className + " any more");
    }

    private int find(List<AbstractInsnNode> code) {
        String[] words = pattern.split(" (before|after) ", 2);
        if (words.length == 1) {
            return first(code, 0, pattern);
        }
        int anchor = first(code, 0, words[1]);
        if (anchor < 0 || pattern.contains(" after ")) {
            return anchor < 0 ? -1 : first(code, anchor + 1, words[0]);
        }
        for (int at = anchor; at >= 0; at--) {
            if (matches(code.get(at), words[0])) {
                return at;
            }
        }
        return -1;
    }

    private static int first(List<AbstractInsnNode> code, int from, String wanted) {
        for (int at = from; at < code.size(); at++) {
            if (matches(code.get(at), wanted)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean matches(AbstractInsnNode instruction, String wanted) {
        return wanted.equals("jump")
                ? instruction instanceof JumpInsnNode && instruction.getOpcode() != Opcodes.GOTO
                : wanted.equals(text(instruction));
    }

    private static String text(AbstractInsnNode instruction) {
        return switch (instruction) {
            case FieldInsnNode field -> simple(field.owner) + "." + field.name;
            case MethodInsnNode call -> simple(call.owner) + "." + call.name + "()";
            default -> instruction.getOpcode() < 0 ? "" : mnemonic(instruction.getOpcode());
        };
    }

    private static String simple(String internalName) {
        return internalName.substring(internalName.lastIndexOf('/') + 1);
    }

    private static String mnemonic(int opcode) {
        return Printer.OPCODES[opcode].toLowerCase(Locale.ROOT);
    }

    private void replace(InsnList code, AbstractInsnNode instruction) {
        switch (instruction) {
            case JumpInsnNode jump -> replaceJump(code, jump);
            case FieldInsnNode field -> field.name = member();
            case MethodInsnNode call when replacement.equals("skip") -> skip(code, call);
            case MethodInsnNode call -> call.name = member().replace("()", "");
            default ->
                code.set(
                        instruction,
                        new InsnNode(List.of(Printer.OPCODES).indexOf(replacement.toUpperCase(Locale.ROOT))));
        }
    }

    private String member() {
        return replacement.substring(replacement.indexOf('.') + 1);
    }

    private void replaceJump(InsnList code, JumpInsnNode jump) {
        int opcode = jump.getOpcode();
        switch (replacement) {
            case "not" -> jump.setOpcode(opposite(opcode));
            case "skip", "never" -> {
                // Still a jump on a condition, which nothing changes: what is behind it stays reachable to the
                // verifier.
                boolean two = opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ACMPNE;
                code.insertBefore(jump, new InsnNode(two ? Opcodes.POP2 : Opcodes.POP));
                code.insertBefore(jump, new InsnNode(Opcodes.ICONST_0));
                jump.setOpcode(replacement.equals("skip") ? Opcodes.IFEQ : Opcodes.IFNE);
            }
            default -> jump.setOpcode(List.of(Printer.OPCODES).indexOf(replacement.toUpperCase(Locale.ROOT)));
        }
    }

    /** The jumps on a condition come in pairs, each beside its opposite. */
    private static int opposite(int opcode) {
        if (opcode >= Opcodes.IFNULL) {
            return opcode == Opcodes.IFNULL ? Opcodes.IFNONNULL : Opcodes.IFNULL;
        }
        return ((opcode + 1) ^ 1) - 1;
    }

    /** Drops a call that gives nothing or a truth value, and what it would have been given. */
    private static void skip(InsnList code, MethodInsnNode call) {
        List<Type> given = new ArrayList<>(List.of(Type.getArgumentTypes(call.desc)));
        if (call.getOpcode() != Opcodes.INVOKESTATIC) {
            given.addFirst(Type.getObjectType(call.owner));
        }
        for (Type type : given.reversed()) {
            code.insertBefore(call, new InsnNode(type.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP));
        }
        if (Type.getReturnType(call.desc).equals(Type.BOOLEAN_TYPE)) {
            code.insertBefore(call, new InsnNode(Opcodes.ICONST_0));
        }
        code.remove(call);
    }

    @Override
    public String toString() {
        return name;
    }
}

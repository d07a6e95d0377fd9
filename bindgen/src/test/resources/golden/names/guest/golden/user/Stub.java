package golden.user;

public final class Stub implements golden.acme.package_.interface_.Interface {
    @Override
    public byte a1(
            golden.acme.package_.interface_.Enum_ p0,
            golden.acme.package_.interface_.Flags p1)
            throws golden.acme.package_.interface_.A1Exception {
        throw new IllegalStateException();
    }
    @Override
    public golden.acme.package_.interface_.Class notify_(
            golden.acme.package_.interface_.Class p0,
            byte p1,
            java.lang.String p2) {
        throw new IllegalStateException();
    }
    @Override
    public golden.acme.package_.interface_.Value equals_(
            java.lang.String p0,
            golden.acme.package_.interface_.String_ p1)
            throws golden.acme.package_.interface_.OptionalException {
        throw new IllegalStateException();
    }
    @Override
    public java.util.Optional<java.lang.String> wait_(
            java.lang.String p0,
            int p1,
            int p2,
            java.util.List<java.lang.String> p3,
            byte p4) {
        throw new IllegalStateException();
    }
}

package golden.user;

public final class Stub implements golden.acme.shop.counter.Counter {
    @Override
    public golden.acme.shop.warehouse.Stock sell(
            golden.acme.shop.warehouse.Sku p0,
            short p1)
            throws golden.acme.shop.counter.TroubleException {
        throw new IllegalStateException();
    }
    @Override
    public java.util.List<golden.Tuple2<golden.acme.shop.warehouse.Sku, java.lang.Short>> sales(
            ) {
        throw new IllegalStateException();
    }
    @Override
    public void audit(
            java.util.List<golden.Result<golden.acme.shop.warehouse.Stock, golden.acme.shop.counter.Trouble>> p0,
            java.util.Optional<golden.Tuple2<java.lang.Byte, java.lang.Long>> p1)
            throws golden.acme.shop.counter.AuditException {
        throw new IllegalStateException();
    }
    @Override
    public void close(
            )
            throws golden.acme.shop.counter.CloseException {
        throw new IllegalStateException();
    }
}

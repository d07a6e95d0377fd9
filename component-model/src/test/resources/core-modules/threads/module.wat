(module
  (memory 1 1 shared)
  (func (export "f") (result i32)
    (atomic.fence)
    (i64.atomic.store32 (i32.const 8) (i64.const 1))
    (drop (i64.atomic.rmw8.cmpxchg_u (i32.const 0) (i64.const 0) (i64.const 1)))
    (drop (memory.atomic.notify (i32.const 0) (i32.const 1)))
    (memory.atomic.wait64 (i32.const 0) (i64.const 0) (i64.const -1))))

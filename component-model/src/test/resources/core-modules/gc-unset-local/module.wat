;; A local whose references are never null is read before it is set; what a block set is forgotten after it.
(module
  (type $s (struct))
  (func (result (ref $s)) (local $l (ref $s))
    (block (local.set $l (struct.new $s)))
    (local.get $l)))

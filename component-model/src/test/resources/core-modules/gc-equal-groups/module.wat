;; Equal recursion groups are the same types.
(module
  (rec (type $a (struct (field (ref null $b)))) (type $b (struct (field (ref null $a)))))
  (rec (type $c (struct (field (ref null $d)))) (type $d (struct (field (ref null $c)))))
  (func (param (ref $a)) (result (ref $c)) (local.get 0)))

//! Which posts stand in a unit of each kind, and how many people they take of its share.

/// Groups of posts as places in the catalogue with their weight (how many people, relatively).
pub(super) type Mix = &'static [(u8, u32)];

pub(super) const OFFICE: Mix = &[(39, 4), (41, 3), (43, 3), (44, 2)];
pub(super) const SECRETARIAT: Mix =
    &[(22, 2), (23, 2), (26, 1), (27, 1), (39, 4), (40, 2), (42, 2), (43, 4), (44, 2), (45, 1)];
pub(super) const FIELD: Mix = &[(24, 2), (25, 3), (28, 1), (29, 1), (39, 5), (41, 3)];
pub(super) const SCHOOL: Mix = &[(0, 9), (1, 6), (2, 4), (43, 1), (44, 1)];
pub(super) const CLINIC: Mix = &[
    (12, 2),
    (13, 1),
    (3, 5),
    (4, 3),
    (5, 2),
    (6, 3),
    (8, 5),
    (9, 3),
    (10, 2),
    (11, 2),
    (15, 1),
    (17, 1),
    (18, 1),
    (43, 1),
];
pub(super) const HOSPITAL: Mix = &[
    (12, 8),
    (13, 6),
    (14, 4),
    (3, 24),
    (4, 14),
    (5, 8),
    (6, 14),
    (7, 6),
    (8, 8),
    (9, 4),
    (15, 3),
    (16, 2),
    (29, 1),
    (42, 4),
    (43, 6),
    (44, 6),
];
pub(super) const AUDIT: Mix = &[(30, 5), (31, 5), (32, 3), (41, 2), (43, 1)];
pub(super) const PERSONNEL: Mix = &[(19, 4), (20, 3), (21, 1), (28, 1), (29, 2), (39, 2)];
pub(super) const FARM: Mix = &[(33, 4), (34, 5), (35, 3), (42, 2)];
pub(super) const ORDER: Mix = &[(36, 8), (37, 5), (44, 6)];
pub(super) const WARD: Mix = &[(42, 1), (43, 2), (44, 1)];

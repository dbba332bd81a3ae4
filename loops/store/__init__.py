"""What is kept: plans and their whole history, in SQLite or PostgreSQL; the only owner of SQLAlchemy."""

from loops.store.access import TeamStore as TeamStore
from loops.store.backup import Kept as Kept
from loops.store.backup import back_up as back_up
from loops.store.backup import restore as restore
from loops.store.exchange import export_plan as export_plan
from loops.store.exchange import import_plan as import_plan
from loops.store.model import Change as Change
from loops.store.model import CompetencyEdit as CompetencyEdit
from loops.store.model import Confirmation as Confirmation
from loops.store.model import Conflict as Conflict
from loops.store.model import GraphEdits as GraphEdits
from loops.store.model import MadeLoop as MadeLoop
from loops.store.model import PlanCard as PlanCard
from loops.store.model import PlanState as PlanState
from loops.store.model import SavedPlan as SavedPlan
from loops.store.model import Seen as Seen
from loops.store.model import StoreError as StoreError
from loops.store.open import open_store as open_store
from loops.store.own import OwnContent as OwnContent
from loops.store.own import read_own as read_own
from loops.store.own import save_own as save_own
from loops.store.plans import Store as Store

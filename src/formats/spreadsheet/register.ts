import { IdMint } from '../ids.ts';

interface Named {
  id: string;
  name: string;
}

/** How a row's words for an entity fit what is known of it. */
export interface Resolved<Entity> {
  entity: Entity;
  /** The row's id belongs to another entity than its name, or to one of another name. */
  contradiction?: 'name taken' | 'id taken';
  /** The name differs from the entity's in nothing but case and spaces. */
  spelling?: string;
}

/**
 * The levels, themes or proficiencies of a file, known by id, by name, or both. Entities stand in the order in which
 * they were first asked for; ids that stand anywhere in the file are known before any is minted.
 */
export class Register<Entity extends Named> {
  readonly #kind: string;
  readonly #make: (named: Named) => Entity;
  readonly #mint: IdMint;
  /** Names of the ids that stand in the file. */
  readonly #names = new Map<string, string>();
  readonly #idsByName = new Map<string, string>();
  readonly #listed = new Map<string, Entity>();

  constructor(kind: string, given: Iterable<{ id?: string; name?: string }>, make: (named: Named) => Entity) {
    this.#kind = kind;
    this.#make = make;
    const pairs = [...given];
    for (const { id, name } of pairs) {
      if (id === undefined || name === undefined || this.#names.has(id)) continue;
      this.#names.set(id, name);
      this.#nameFor(id, name);
    }
    for (const { id } of pairs) if (id !== undefined && !this.#names.has(id)) this.#names.set(id, id);
    this.#mint = new IdMint(this.#names.keys());
  }

  get all(): Entity[] {
    return [...this.#listed.values()];
  }

  /** Undefined where a row says neither. */
  resolve(id: string | undefined, name: string | undefined): Resolved<Entity> | undefined {
    const byName =
      name === undefined ? undefined : (this.#idsByName.get(name) ?? this.#idsByName.get(plain(name)));
    if (id !== undefined) return this.#resolveId(id, name, byName);
    if (name === undefined) return undefined;
    if (byName !== undefined) return this.#spelt(this.#entity(byName), name);
    const minted = this.#mint.mint(name, this.#kind);
    this.#names.set(minted, name);
    this.#nameFor(minted, name);
    return { entity: this.#entity(minted) };
  }

  #resolveId(id: string, name: string | undefined, byName: string | undefined): Resolved<Entity> {
    const known = this.#names.get(id);
    if (known === undefined) {
      this.#names.set(id, name ?? id);
      if (name !== undefined) this.#nameFor(id, name);
      return { entity: this.#entity(id) };
    }
    if (name === undefined || name === known) return { entity: this.#entity(id) };
    if (plain(name) === plain(known)) return this.#spelt(this.#entity(id), name);
    if (byName === undefined) return { entity: this.#entity(id), contradiction: 'id taken' };
    return { entity: this.#entity(byName), contradiction: 'name taken' };
  }

  #spelt(entity: Entity, name: string): Resolved<Entity> {
    return entity.name === name ? { entity } : { entity, spelling: entity.name };
  }

  #entity(id: string): Entity {
    const known = this.#listed.get(id);
    if (known !== undefined) return known;
    const entity = this.#make({ id, name: this.#names.get(id) ?? id });
    this.#listed.set(id, entity);
    return entity;
  }

  #nameFor(id: string, name: string): void {
    for (const key of [name, plain(name)]) if (!this.#idsByName.has(key)) this.#idsByName.set(key, id);
  }
}

/** Names that people take for the same: case and spaces do not count. */
function plain(name: string): string {
  return name.slice(0, 500).trim().toLowerCase().replace(/\s+/g, ' ');
}
